const languages = ['it', 'en', 'fr'];
const storedAs = 'cmto-demo-language';

const stored = (): string | null => {
  try {
    return localStorage.getItem(storedAs);
  } catch {
    // Storage is denied in some frames: the choice then lasts as long as the page.
    return null;
  }
};

const store = (language: string): void => {
  try {
    localStorage.setItem(storedAs, language);
  } catch {
    // As above.
  }
};

/** Shows the page in one language. The widgets hear of it by the `lang` of `<html>` and keep what was typed. */
const show = (language: string): void => {
  document.documentElement.lang = language;
  const title = document.querySelector('title')!;
  title.dataset['it'] ??= title.textContent;
  title.textContent = title.dataset[language] ?? title.dataset['it'];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-languages a')) {
    if (link.lang === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
};

document.querySelector('.site-languages')?.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
  event.preventDefault();
  history.replaceState(history.state, '', link.search + location.hash);
  store(link.lang);
  show(link.lang);
});

const wanted = new URLSearchParams(location.search).get('lang') ?? stored();
// A page that fixes its language (right to left) has no switch, and is left alone.
if (wanted && languages.includes(wanted) && document.querySelector('.site-languages')) show(wanted);
