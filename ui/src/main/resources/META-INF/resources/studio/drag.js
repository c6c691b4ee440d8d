// Rules dragged by their grip, and bars of campaigns along the days. What a drop makes of it is decided by the page.
(() => {
  if (window.laurelDrag) return;
  window.laurelDrag = true;
  const EDGE = 9, SCROLL = 60;
  const closest = (e, selector) => e.target.closest && e.target.closest(selector);
  const tell = (node, event, detail) => node.closest('.view').dispatchEvent(new CustomEvent(event, { detail }));
  let swallow = false;
  document.addEventListener('click', e => { if (swallow) { swallow = false; e.preventDefault(); e.stopPropagation(); } }, true);

  // Rules: a line shows where the one in hand would stand.
  let rule = null;
  const line = document.createElement('div');
  line.className = 'dropline';
  const family = place => place.startsWith('earning/') ? 'earning/' : place.slice(0, place.lastIndexOf('/'));
  const rows = list => [...list.children].filter(each => each.matches('[data-rule]'));
  const aim = y => {
    const lists = [...document.querySelectorAll('[data-rules]')].filter(each => each.dataset.rules.startsWith(rule.family));
    let best = null;
    for (const list of lists) {
      const all = rows(list).filter(each => each !== rule.row);
      const at = list.getBoundingClientRect();
      if (!all.length) { const d = Math.abs(at.top + 8 - y); if (!best || d < best.d) best = { d, list, before: null, y: at.top }; continue; }
      for (const row of all) { const b = row.getBoundingClientRect(), d = Math.abs(b.top - y); if (!best || d < best.d) best = { d, list, before: row, y: b.top }; }
      const b = all.at(-1).getBoundingClientRect(), d = Math.abs(b.bottom - y);
      if (!best || d < best.d) best = { d, list, before: null, y: b.bottom };
    }
    rule.to = best;
    if (!best) return;
    const box = best.list.getBoundingClientRect();
    Object.assign(line.style, { left: box.left + 'px', width: box.width + 'px', top: best.y - 1 + 'px' });
  };
  const letGo = keep => {
    if (!rule) return;
    const { row, to, moved } = rule;
    rule = null;
    line.remove();
    row.classList.remove('inhand');
    row.style.translate = '';
    swallow = moved;
    setTimeout(() => { swallow = false; }, 50);
    if (!keep || !moved || !to) return;
    const place = row.dataset.rule;
    tell(row, 'rule-drop', { place, into: to.list.dataset.rules, before: to.before ? to.before.dataset.rule.split('/').at(-1) : '', title: row.getAttribute('aria-label') || '' });
  };

  // Bars: whole, or by the end that is grabbed; an end that is open stays open.
  let bar = null;
  const day = 86400000;
  const shifted = (text, by) => text && new Date(Date.parse(text + 'T00:00:00Z') + by * day);
  const said = () => {
    const format = new Intl.DateTimeFormat(document.documentElement.lang || 'en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const from = shifted(bar.node.dataset.from, bar.from), to = shifted(bar.node.dataset.to, bar.to);
    return [from && format.format(from), to && format.format(to)].map(each => each || '…').join(' – ');
  };
  const place = (node, from, to) => {
    bar.from = bar.grabs === 'end' ? 0 : from;
    bar.to = bar.grabs === 'begin' ? 0 : to;
    const length = bar.node.dataset.from && bar.node.dataset.to ? (Date.parse(bar.node.dataset.to) - Date.parse(bar.node.dataset.from)) / day : Infinity;
    // It never ends before it begins.
    if (bar.grabs === 'begin') bar.from = Math.min(bar.from, length);
    if (bar.grabs === 'end') bar.to = Math.max(bar.to, -length);
    node.style.left = bar.left + bar.from * bar.pixels + 'px';
    node.style.width = Math.max(8, bar.width + (bar.to - bar.from) * bar.pixels) + 'px';
    node.dataset.days = said();
  };
  const grab = (node, x, pointer) => {
    const box = node.getBoundingClientRect(), lane = node.parentElement.getBoundingClientRect();
    const begin = node.dataset.from && x - box.left < EDGE && !node.classList.contains('openl'), end = node.dataset.to && box.right - x < EDGE && !node.classList.contains('openr');
    bar = { node, x, pointer, left: box.left - lane.left, width: box.width, pixels: lane.width / 84, grabs: end ? 'end' : begin ? 'begin' : 'whole', from: 0, to: 0, was: [node.style.left, node.style.width] };
  };
  const drop = keep => {
    if (!bar) return;
    const { node, from, to, was } = bar;
    const moved = from !== 0 || to !== 0;
    bar = null;
    node.classList.remove('inhand');
    delete node.dataset.days;
    if (!keep || !moved) { node.style.left = was[0]; node.style.width = was[1]; }
    if (keep && moved) tell(node, 'campaign-drag', { place: node.dataset.place, from: node.dataset.from ? from : 0, to: node.dataset.to ? to : 0, title: node.dataset.title });
  };

  document.addEventListener('pointerdown', e => {
    if (e.button !== 0) return;
    const grip = closest(e, '.rule .grip'), row = grip && grip.closest('[data-rule]');
    if (row) {
      rule = { row, family: family(row.dataset.rule), y: e.clientY, pointer: e.pointerId, moved: false, to: null };
      grip.setPointerCapture(e.pointerId);
      e.preventDefault();
      return;
    }
    const node = closest(e, '.cmp[data-place]');
    if (node && (node.dataset.from || node.dataset.to) && !node.classList.contains('outside') && e.pointerType !== 'touch') { grab(node, e.clientX, e.pointerId); }
  });
  document.addEventListener('pointermove', e => {
    if (rule && e.pointerId === rule.pointer) {
      if (!rule.moved && Math.abs(e.clientY - rule.y) < 4) return;
      if (!rule.moved) { rule.moved = true; rule.row.classList.add('inhand'); document.body.append(line); }
      rule.row.style.translate = `0 ${e.clientY - rule.y}px`;
      if (e.clientY < SCROLL + 52) window.scrollBy(0, -12); else if (e.clientY > window.innerHeight - SCROLL) window.scrollBy(0, 12);
      aim(e.clientY);
    } else if (bar && e.pointerId === bar.pointer) {
      const days = Math.round((e.clientX - bar.x) / bar.pixels);
      if (!bar.node.classList.contains('inhand')) {
        if (Math.abs(e.clientX - bar.x) < 4) return;
        bar.node.setPointerCapture(e.pointerId);
        bar.node.classList.add('inhand');
      }
      place(bar.node, days, days);
    }
  });
  document.addEventListener('pointerup', e => {
    if (rule && e.pointerId === rule.pointer) letGo(true);
    else if (bar && e.pointerId === bar.pointer) { swallow = bar.node.classList.contains('inhand'); setTimeout(() => { swallow = false; }, 50); drop(true); }
  });
  document.addEventListener('pointercancel', () => { letGo(false); drop(false); });
  document.addEventListener('dragstart', e => { if (closest(e, '.cmp, .grip')) e.preventDefault(); });

  // By keys a bar moves day by day, with Shift its end alone; a run of keys is one step.
  let run = null, back = '';
  const keep = () => {
    if (!run) return;
    const { node, from, to, timer } = run;
    clearTimeout(timer);
    run = null;
    delete node.dataset.days;
    back = node.dataset.place;
    tell(node, 'campaign-drag', { place: node.dataset.place, from: node.dataset.from ? from : 0, to: node.dataset.to ? to : 0, title: node.dataset.title });
  };
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape' && (rule || bar)) { letGo(false); drop(false); return; }
    const node = closest(e, '.cmp[data-place]');
    if (!node || !e.altKey || !['ArrowLeft', 'ArrowRight'].includes(e.key) || !(node.dataset.from || node.dataset.to)) return;
    e.preventDefault();
    const by = e.key === 'ArrowRight' ? 1 : -1;
    if (!run || run.node !== node) { keep(); run = { node, from: 0, to: 0 }; }
    if (!e.shiftKey) run.from += by;
    run.to += by;
    clearTimeout(run.timer);
    run.timer = setTimeout(keep, 500);
    bar = { node, from: run.from, to: run.to };
    node.dataset.days = said();
    bar = null;
  });
  document.addEventListener('focusout', e => { if (run && e.target === run.node) keep(); });
  new MutationObserver(() => {
    if (!back || document.activeElement !== document.body) return;
    const node = document.querySelector(`.cmp[data-place="${CSS.escape(back)}"]`);
    if (node) { back = ''; node.focus({ preventScroll: true }); }
  }).observe(document.body, { childList: true, subtree: true });
})();
