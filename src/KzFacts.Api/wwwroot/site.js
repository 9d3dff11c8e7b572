// The pages work without this; it adds a theme that stays, copy buttons, and a slider for "as known on".
(() => {
  'use strict';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => { try { return localStorage.getItem('theme'); } catch { return null; } };

  // Before the page is painted, or it would flash in the other theme.
  if (stored()) root.dataset.theme = stored();

  const theme = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');

  function addTheme(button) {
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
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
    slider.addEventListener('input', () => { day.value = `2022-01-${slider.value.padStart(2, '0')}`; });
    slider.addEventListener('change', () => box.closest('form').requestSubmit());
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
    document.querySelectorAll('[data-open-if-wide]').forEach(openIfWide);
    document.querySelectorAll('form[method=get]').forEach(dropEmpty);
  });
})();
