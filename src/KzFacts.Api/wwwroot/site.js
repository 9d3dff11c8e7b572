// The pages work without this; it adds a theme that stays, copy buttons, a slider for "as known on", and what changes while a page is open.
(() => {
  'use strict';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => { try { return localStorage.getItem('theme'); } catch { return null; } };

  // Before the page is painted, or it would flash in the other theme.
  if (stored()) root.dataset.theme = stored();

  const theme = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');

  // A picture knows the reader's system, but not what was chosen here.
  function paintCharts() {
    for (const image of document.querySelectorAll('.chart :is(source, img)')) {
      const name = image.localName === 'img' ? 'src' : 'srcset';
      const address = new URL(image[name], location);
      address.searchParams.set('theme', theme());
      image[name] = address;
    }
  }

  function addTheme(button) {
    button.hidden = false;
    if (root.dataset.theme) paintCharts();
    button.addEventListener('click', () => {
      root.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
      paintCharts();
      try { localStorage.setItem('theme', root.dataset.theme); } catch { /* it then lasts for this page */ }
    });
  }

  function addCopy(box) {
    const text = box.querySelector('textarea');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: box.dataset.copy });
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      if (navigator.clipboard) await navigator.clipboard.writeText(text.value);
      else { text.select(); document.execCommand('copy'); }
      button.textContent = box.dataset.copied;
      setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
    });
    box.append(button);
  }

  function addSlider(box) {
    const day = box.querySelector('[type=date]');
    const slider = box.querySelector('[type=range]');
    slider.hidden = false;
    slider.addEventListener('input', () => {
      const chosen = new Date(`${slider.dataset.first}T00:00:00Z`);
      chosen.setUTCDate(chosen.getUTCDate() + Number(slider.value) - 1);
      day.value = chosen.toISOString().slice(0, 10);
      slider.setAttribute('aria-valuetext', day.value);
    });
    slider.addEventListener('change', () => box.closest('form').requestSubmit());
  }

  // Enter sends a link or a sentence; with Shift, or in a text of several lines, it begins a new one.
  function addEnter(text) {
    text.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || text.value.includes('\n')) return;
      event.preventDefault();
      text.form.requestSubmit();
    });
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // What became of a fact, in the words of the page: "changed: Killed (single source → withdrawn)".
  function tell({ action, before, after, fact, reason }, words, facts) {
    const link = element('a', { lang: 'en', href: facts + fact }, (after ?? before).title);
    const standing = before && after && before.status !== after.status ? ` (${words[before.status]} → ${words[after.status]})` : '';
    const was = before && after && before.title !== after.title ? [element('del', { lang: 'en' }, before.title), ' → '] : [];
    return element('li', {}, `${words[action]}: `, ...was, link, standing, reason ? ` ${reason}` : '');
  }

  function addLive(box) {
    const { live, fact, facts } = box.dataset;
    const words = JSON.parse(box.dataset.words);
    const shown = 5;
    const changes = new Map(); // by fact, the latest last
    let stream;

    function show() {
      const latest = [...changes.values()].reverse();
      box.replaceChildren(
        element('p', {}, element('strong', {}, words.title)),
        element('ul', {}, ...latest.slice(0, shown).map(change => tell(change, words, facts))),
        ...(latest.length > shown ? [element('p', {}, `+ ${latest.length - shown}`)] : []),
        element('button', { type: 'button', onclick: () => location.reload() }, words.show));
    }

    function take({ data }) {
      const change = JSON.parse(data);
      if (fact && change.fact !== fact) return;
      changes.delete(change.fact);
      changes.set(change.fact, change);
      show();
    }

    // Only while the page is looked at: browsers open few connections to one host, and tabs in the background would hold them all.
    function listen() {
      stream?.close();
      if (document.hidden) return;
      stream = new EventSource(live);
      for (const action of ['added', 'changed', 'removed']) stream.addEventListener(action, take);
      stream.addEventListener('reset', show); // more changed than the server remembers
    }

    document.addEventListener('visibilitychange', listen);
    listen();
  }

  // Addresses without the fields that are left empty.
  function dropEmpty(form) {
    form.addEventListener('formdata', event => {
      for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
    });
  }

  // On a phone the list comes first.
  function openIfWide(box) {
    box.open = matchMedia('(min-width: 48rem)').matches;
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-theme-toggle]').forEach(addTheme);
    document.querySelectorAll('[data-copy]').forEach(addCopy);
    document.querySelectorAll('[data-as-of]').forEach(addSlider);
    document.querySelectorAll('[data-enter-submits]').forEach(addEnter);
    document.querySelectorAll('[data-live]').forEach(addLive);
    document.querySelectorAll('[data-open-if-wide]').forEach(openIfWide);
    document.querySelectorAll('form[method=get]').forEach(dropEmpty);
  });
})();
