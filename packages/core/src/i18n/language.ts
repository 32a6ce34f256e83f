import { spokenLanguage } from './catalog.ts';

const rightToLeft = new Set(['ar', 'arc', 'dv', 'fa', 'ha', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Writing direction of a language, by its primary tag. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  rightToLeft.has(language.toLowerCase().split('-')[0]!) ? 'rtl' : 'ltr';

const parentOf = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** The language of a tag: its own `lang`, else the nearest ancestor's that can be spoken, else Italian. */
export const languageOf = (element: Element): string => {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const language = at.getAttribute('lang');
    if (language && spokenLanguage(language)) return language;
  }
  return 'it';
};
