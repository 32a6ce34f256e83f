import { type Catalog, createTranslate, interfaceLanguage, loadMessages } from '../i18n/catalog.ts';
import type { Translate } from '../i18n/translate.ts';
import it from './locales/it.ts';

export const formCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** The interface's words in a language, once they are here; Italian where they cannot be had. */
export const loadTranslate = async (
  catalogs: readonly Catalog[],
  wanted: string,
): Promise<{ language: string; t: Translate }> => {
  const language = interfaceLanguage(wanted);
  try {
    await loadMessages(catalogs, language);
  } catch {
    // The chunk of this language cannot be had now: what is missing is shown in Italian.
  }
  return { language, t: createTranslate(catalogs, language) };
};
