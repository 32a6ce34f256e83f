import type { Catalog } from '../i18n/catalog.ts';
import type { Messages } from '../i18n/translate.ts';
import it from './it.ts';

const italian: { [key: string]: Messages[string] } = { ...it };

/** Words of the fields. The Italian ones of lazily loaded kinds come with the kinds; a translation holds all at once. */
export const fieldCatalog: Catalog = {
  it: italian,
  load: {
    en: async () => (await import('./en.ts')).default,
    fr: async () => (await import('./fr.ts')).default,
  },
};

/** Adds the Italian words that a chunk of kinds has brought. */
export const addItalianWords = (words: Messages): void => {
  Object.assign(italian, words);
};
