// The palette: opened by Ctrl or Cmd with K, moved through by keys; the field keeps the focus. What is found is decided elsewhere.
(() => {
  if (window.laurelPalette) return;
  window.laurelPalette = true;
  const apple = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const box = () => document.querySelector('dialog.palette');
  const field = d => d.querySelector('[role=combobox]');
  const options = d => [...d.querySelectorAll('[role=option]')];

  const look = (d, option) => {
    options(d).forEach(each => each.setAttribute('aria-selected', String(each === option)));
    if (option) { field(d).setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); }
    else field(d).removeAttribute('aria-activedescendant');
  };
  const looked = d => d.querySelector('[role=option][aria-selected=true]');

  // Enter may come before the answer to the last key: then it counts once that is there.
  let waits = false, watched = null;
  const answered = d => d.querySelector('[role=listbox]').dataset.for === field(d).value.trim();
  const go = d => {
    const option = looked(d);
    if (!answered(d)) { waits = true; return; }
    waits = false;
    if (option) { d.close(); option.click(); }
  };
  const watch = d => {
    if (watched === d) return;
    watched = d;
    new MutationObserver(() => { look(d, options(d)[0]); if (waits) go(d); }).observe(d.querySelector('[role=listbox]'), { childList: true, attributes: true, attributeFilter: ['data-for'] });
  };

  const open = () => {
    const d = box();
    if (!d || d.open) return;
    waits = false;
    watch(d);
    d.showModal();
    field(d).focus();
    field(d).select();
    look(d, options(d)[0]);
  };

  document.addEventListener('keydown', e => {
    const d = box();
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k') {
      e.preventDefault();
      if (d && d.open) d.close(); else if (!document.querySelector('dialog[open]')) open();
      return;
    }
    if (!d || !d.open || e.isComposing || e.target !== field(d)) return;
    const all = options(d), at = all.indexOf(looked(d)), page = 8;
    const to = { ArrowDown: at + 1 < all.length ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : all.length - 1, PageDown: Math.min(all.length - 1, at + page), PageUp: Math.max(0, at - page) }[e.key];
    if (to !== undefined && all.length) { e.preventDefault(); look(d, all[to]); }
    else if (e.key === 'Enter') { e.preventDefault(); go(d); }
  }, true);
  document.addEventListener('click', e => {
    const at = selector => e.target.closest && e.target.closest(selector);
    if (at('[data-find]')) open();
    const d = box();
    if (!d || !d.open) return;
    if (at('dialog.palette [role=option]')) d.close();
    // What lies around it is the dialog itself.
    else if (e.target === d) { const b = d.getBoundingClientRect(); if (e.clientX < b.left || e.clientX > b.right || e.clientY < b.top || e.clientY > b.bottom) d.close(); }
  });
  document.addEventListener('pointermove', e => { const option = e.target.closest && e.target.closest('dialog.palette [role=option]'); if (option && option.getAttribute('aria-selected') !== 'true') look(box(), option); });
  if (apple) new MutationObserver((_, self) => { const cap = document.querySelector('[data-find] .kbd'); if (cap) { cap.textContent = '⌘K'; self.disconnect(); } }).observe(document.documentElement, { childList: true, subtree: true });
})();
