// Keys, the folded drawer and the small screen's menu. All of it works without the server.
(() => {
  if (window.laurelStudio) return;
  window.laurelStudio = true;
  const root = document.documentElement;
  const FOLDED = 'laurel-folded';
  const fold = on => root.toggleAttribute('data-folded', on);
  try { fold(localStorage.getItem(FOLDED) === 'true'); } catch (e) { /* Nothing is remembered then. */ }

  const typing = e => e.composedPath().some(n => n.tagName === 'INPUT' || n.tagName === 'TEXTAREA' || n.tagName === 'SELECT' || n.isContentEditable);
  const help = () => { const d = document.querySelector('dialog.keyhelp'); if (d && !d.open) d.showModal(); };
  let going = 0;

  const say = text => {
    const said = document.createElement('div');
    said.className = 'toast said-once';
    said.setAttribute('role', 'status');
    said.textContent = text;
    document.body.append(said);
    setTimeout(() => said.remove(), 6000);
  };

  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    if (going && Date.now() - going < 1500) {
      going = 0;
      const link = document.querySelector(`.side a[data-go="${CSS.escape(e.key.toLowerCase())}"]`);
      if (link) { link.click(); e.preventDefault(); }
      return;
    }
    going = 0;
    if (e.key === 'g') going = Date.now();
    else if (e.key === '?') { help(); e.preventDefault(); }
    else if (e.key === '/') {
      const field = document.querySelector('[data-search]');
      if (field) { field.focus(); e.preventDefault(); }
    } else if (e.key === '[') {
      const folded = !root.hasAttribute('data-folded');
      fold(folded);
      try { localStorage.setItem(FOLDED, String(folded)); } catch (x) { /* Then it is folded for now only. */ }
    }
  });

  document.addEventListener('click', e => {
    const at = selector => e.target.closest && e.target.closest(selector);
    if (at('[data-keys]')) help();
    if (at('[data-close]')) at('dialog').close();
    const copies = at('[data-copy-address]');
    if (copies && navigator.clipboard) navigator.clipboard.writeText(location.href).then(() => say(copies.dataset.copyAddress));
    const text = at('[data-copy-text]');
    if (text && navigator.clipboard) navigator.clipboard.writeText(text.dataset.copyText).then(() => say(text.dataset.copied));
    if (at('a.skip')) { e.preventDefault(); document.getElementById('content').focus(); }
    const opens = at('[data-more]');
    if (opens || root.hasAttribute('data-more') && (!at('.side') || at('.side a'))) root.toggleAttribute('data-more', !!opens && !root.hasAttribute('data-more'));
  });
  document.addEventListener('keydown', e => { if (e.key === 'Escape') root.removeAttribute('data-more'); });
})();
