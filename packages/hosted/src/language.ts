import { en } from './locales/en.ts';
import { fr } from './locales/fr.ts';
import { it, type Words } from './locales/it.ts';

const locales = { it, en, fr } as const;

/** Languages these pages are complete in. */
export type PageLanguage = keyof typeof locales;

export const pageLanguages = Object.keys(locales) as PageLanguage[];

/** How a language calls itself. */
export const languageNames: Readonly<Record<PageLanguage, string>> = { it: 'Italiano', en: 'English', fr: 'Français' };

/** The first language asked for that there is, by prefix (`fr-CH` → `fr`); Italian when there is none. */
export const pickLanguage = (asked: readonly string[]): PageLanguage =>
  asked
    .map((language) => language.toLowerCase().split('-')[0])
    .find((language): language is PageLanguage => pageLanguages.includes(language as PageLanguage)) ?? 'it';

export const wordsOf = (language: PageLanguage): Words => locales[language];
