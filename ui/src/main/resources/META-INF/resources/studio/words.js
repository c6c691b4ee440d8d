// The words of sentences: the small window below them, where the focus goes, and their keys. What may be said is decided elsewhere.
(() => {
  if (window.laurelWords) return;
  window.laurelWords = true;
  const POP = '.wordpop', GAP = 6;
  const pop = () => document.querySelector(POP);
  const field = p => p.querySelector('.in input') || p.querySelector('[aria-checked=true]') || p.querySelector('.in button, .menu button, .gal button') || p.querySelector('button');

  // Which word gets the focus back, and which one is opened next, once the page has drawn itself anew.
  let back = '', next = '';

  const settle = p => {
    const said = p.closest('.said, .text');
    const word = document.querySelector('[aria-haspopup=dialog][aria-expanded=true]');
    back = word ? word.dataset.place || '' : '';
    const around = said.getBoundingClientRect();
    const at = word ? word.getBoundingClientRect() : around;
    const width = p.offsetWidth, room = Math.min(window.innerWidth - 16, document.querySelector('main').getBoundingClientRect().right - 16);
    // Left of its sentence where the page ends before it does.
    const least = document.querySelector('main').getBoundingClientRect().left + 8;
    const left = Math.max(least, Math.min(Math.max(around.left, at.left - 12), room - width));
    p.style.left = left - around.left + 'px';
    p.style.setProperty('--caret', Math.max(12, Math.min(width - 24, at.left + Math.min(at.width, 60) / 2 - left - 6)) + 'px');
    const below = p.getBoundingClientRect().bottom + (document.querySelector('.bottombar')?.offsetHeight || 0) + GAP - window.innerHeight;
    if (below > 0) window.scrollBy({ top: below, behavior: 'instant' });
    const first = field(p);
    if (first) { first.focus({ preventScroll: true }); if (first.select) first.select(); }
  };

  const at = place => place && document.querySelector(`[data-place="${CSS.escape(place)}"]`);

  // After the page has drawn itself anew.
  const gone = () => {
    const opens = at(next), returns = at(back);
    next = '';
    if (opens) opens.click();
    else if (returns && (document.activeElement === document.body || !document.activeElement)) returns.focus({ preventScroll: true });
  };

  let seen = null, timer = 0;
  new MutationObserver(() => {
    const now = pop();
    if (now === seen) return;
    seen = now;
    clearTimeout(timer);
    if (now) settle(now); else timer = setTimeout(gone, 60);
  }).observe(document.body, { childList: true, subtree: true });

  // What is typed is told first, so that it is what is kept.
  const tell = input => input.dispatchEvent(new Event('change', { bubbles: true }));
  let telling = 0;
  document.addEventListener('input', e => {
    if (!e.target.closest(':is(.wordpop, .question) .in')) return;
    clearTimeout(telling);
    telling = setTimeout(() => { if (e.target.isConnected) tell(e.target); }, 250);
  });
  const keep = p => {
    clearTimeout(telling);
    p.querySelectorAll('.in input').forEach(tell);
    if (document.activeElement && p.contains(document.activeElement)) document.activeElement.blur();
    const button = p.querySelector('[data-keep]');
    (button || p.querySelector('[data-leave]')).click();
  };

  document.addEventListener('mousedown', e => {
    const p = pop();
    if (!p || p.contains(e.target)) return;
    const word = e.target.closest('[aria-haspopup=dialog]');
    if (word && word.getAttribute('aria-expanded') === 'true') return;
    if (word) { next = word.dataset.place || ''; back = ''; }
    // Kept first: what follows would swallow this press too.
    keep(p);
    if (word && next) { e.preventDefault(); document.addEventListener('click', x => { x.stopPropagation(); x.preventDefault(); }, { capture: true, once: true }); }
  }, true);

  const move = (list, from, by) => { const to = list[list.indexOf(from) + by]; if (to) to.focus(); };

  document.addEventListener('keydown', e => {
    const p = pop();
    const active = document.activeElement;
    if (p && p.contains(active)) {
      if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); p.querySelector('[data-leave]').click(); return; }
      if (e.key === 'Enter' && active.tagName === 'INPUT') { e.preventDefault(); keep(p); return; }
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        const by = e.key === 'ArrowDown' ? 1 : -1;
        if (active.tagName === 'INPUT' && !['date', 'time'].includes(active.type)) {
          const ops = [...p.querySelectorAll('.in [role=radio]')];
          const on = ops.findIndex(o => o.getAttribute('aria-checked') === 'true');
          if (ops[on + by]) { e.preventDefault(); ops[on + by].click(); }
        } else if (active.tagName === 'BUTTON') { e.preventDefault(); move([...p.querySelectorAll('button')], active, by); }
      }
      return;
    }
    if (e.key === 'Enter' && active && active.matches('.question input')) { e.preventDefault(); clearTimeout(telling); tell(active); document.querySelector('[data-next]')?.click(); return; }
    if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
      const row = active && active.closest('[data-rule]');
      const button = row && row.querySelector(`[data-move=${e.key === 'ArrowUp' ? 'up' : 'down'}]`);
      if (button) { e.preventDefault(); back = active.dataset.place || ''; button.click(); setTimeout(gone, 400); }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || !active) return;
    if (active.matches('.word') && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) {
      e.preventDefault();
      move([...active.closest('.sentence').querySelectorAll('button.word')], active, e.key === 'ArrowRight' ? 1 : -1);
    } else if (active.matches('.word') && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      const rows = [...document.querySelectorAll('[data-rule]')], by = e.key === 'ArrowDown' ? 1 : -1;
      for (let i = rows.indexOf(active.closest('[data-rule]')) + by; rows[i]; i += by) {
        const word = rows[i].querySelector('button.word');
        if (word) { word.focus(); return; }
      }
    } else if (active.matches('.word') && e.key === 'F2') active.click();
    else if (active.matches('.sheet input') && (e.key === 'ArrowDown' || e.key === 'ArrowUp' || e.key === 'Enter')) {
      const all = [...active.closest('.sheet').querySelectorAll('td input')];
      e.preventDefault();
      if (e.key === 'Enter') active.blur();
      move(all, active, e.key === 'ArrowUp' ? -1 : 1);
    }
  }, true);
})();
