// Moves the handles of the ladder by pointer and by keys, and tells the page of it. What may be is decided there.
(() => {
  if (window.laurelLadder) return;
  window.laurelLadder = true;
  const TELL_EVERY = 120, KEEP_AFTER = 500;
  const number = (node, name) => Number(node.getAttribute(name));
  const format = value => value.toLocaleString('en');

  const parts = handle => {
    const ladder = handle.closest('.ladder');
    return { ladder, tier: handle.dataset.tier, most: Number(ladder.dataset.most), step: Number(ladder.dataset.step), low: number(handle, 'aria-valuemin'), high: number(handle, 'aria-valuemax'), now: number(handle, 'aria-valuenow') };
  };
  const may = handle => handle.getAttribute('aria-disabled') !== 'true';

  // Snapped to a step of the ladder, or to 1; the neighbours stop it.
  const snapped = (p, value, fine) => {
    const step = fine ? 1 : p.step;
    return Math.min(p.high, Math.max(p.low, Math.round(value / step) * step));
  };

  const show = (handle, value) => {
    const { ladder, tier, most } = parts(handle);
    const left = Math.sqrt(Math.min(1, value / most)) * 100;
    handle.style.left = left + '%';
    handle.setAttribute('aria-valuenow', value);
    handle.setAttribute('aria-valuetext', format(value));
    const typed = ladder.querySelector(`.val[data-tier="${CSS.escape(tier)}"]`);
    if (typed) { typed.style.left = left + '%'; typed.value = format(value); }
    const steps = [...ladder.querySelectorAll('.step')];
    const at = steps.findIndex(s => s.dataset.tier === tier);
    const step = steps[at], below = steps[at - 1], above = steps[at + 1];
    step.style.left = left + '%';
    step.style.width = (above ? parseFloat(above.style.left) : 100) - left + '%';
    if (below) below.style.width = left - parseFloat(below.style.left) + '%';
  };

  const tell = (handle, event, value) => handle.closest('.ladder').dispatchEvent(new CustomEvent(event, { detail: { tier: handle.dataset.tier, value } }));

  let told = 0, waiting = 0;
  const tellSometimes = (handle, value) => {
    clearTimeout(waiting);
    const rest = told + TELL_EVERY - Date.now();
    const now = () => { told = Date.now(); tell(handle, 'ladder-try', value); };
    if (rest <= 0) now(); else waiting = setTimeout(now, rest);
  };

  let drag = null;
  document.addEventListener('pointerdown', e => {
    const grab = e.target.closest && e.target.closest('.ladder .handle');
    if (!grab || !may(grab) || e.button !== 0) return;
    const p = parts(grab);
    drag = { handle: grab, began: p.now, value: p.now, pointer: e.pointerId };
    grab.setPointerCapture(e.pointerId);
    grab.focus();
    tell(grab, 'ladder-choose', p.now);
    e.preventDefault();
  });
  document.addEventListener('pointermove', e => {
    if (!drag || e.pointerId !== drag.pointer) return;
    const p = parts(drag.handle), box = p.ladder.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (e.clientX - box.left) / box.width));
    const value = snapped(p, share * share * p.most, e.shiftKey);
    if (value === drag.value) return;
    drag.value = value;
    show(drag.handle, value);
    tellSometimes(drag.handle, value);
  });
  const drop = keep => {
    if (!drag) return;
    const { handle, began, value } = drag;
    drag = null;
    clearTimeout(waiting);
    if (value === began) return;
    if (keep) tell(handle, 'ladder-set', value);
    else { show(handle, began); tell(handle, 'ladder-try', began); }
  };
  document.addEventListener('pointerup', e => { if (drag && e.pointerId === drag.pointer) drop(true); });
  document.addEventListener('pointercancel', () => drop(false));

  // A run of keys is one step: it is kept when the hand rests or the handle is left.
  let run = null;
  const keep = () => {
    if (!run) return;
    clearTimeout(run.timer);
    const { handle, value, began } = run;
    run = null;
    if (value !== began) tell(handle, 'ladder-set', value);
  };
  document.addEventListener('keydown', e => {
    const handle = e.target.closest && e.target.closest('.ladder .handle');
    if (!handle || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Escape') {
      if (drag) drop(false);
      else if (run) { clearTimeout(run.timer); show(handle, run.began); tell(handle, 'ladder-try', run.began); run = null; }
      return;
    }
    if (!may(handle)) return;
    if (e.key === 'Delete') { run = null; tell(handle, 'ladder-remove', 0); e.preventDefault(); return; }
    const p = parts(handle), small = e.shiftKey ? 1 : p.step;
    const to = { ArrowLeft: p.now - small, ArrowDown: p.now - small, ArrowRight: p.now + small, ArrowUp: p.now + small, PageDown: p.now - 10 * p.step, PageUp: p.now + 10 * p.step, Home: p.low, End: p.high }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const value = e.key === 'Home' || e.key === 'End' ? to : snapped(p, to, e.shiftKey);
    if (value === p.now) return;
    if (!run || run.handle !== handle) { keep(); run = { handle, began: p.now }; }
    clearTimeout(run.timer);
    run.value = value;
    run.timer = setTimeout(keep, KEEP_AFTER);
    show(handle, value);
    tellSometimes(handle, value);
  });
  document.addEventListener('focusin', e => {
    const handle = e.target.closest && e.target.closest('.ladder .handle');
    if (handle && !handle.hasAttribute('data-active') && !drag) tell(handle, 'ladder-choose', 0);
  });
  document.addEventListener('focusout', e => { if (run && e.target === run.handle) keep(); });

  // Undo and redo as everywhere, but not while somebody writes.
  document.addEventListener('keydown', e => {
    if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 'z' || ['INPUT', 'TEXTAREA'].includes(e.target.tagName)) return;
    const button = document.querySelector(e.shiftKey ? '[data-redo]' : '[data-undo]');
    if (button && !button.disabled) { button.click(); e.preventDefault(); }
  });
})();
