import { type Catalog, createTranslate, interfaceLanguage, loadMessages } from '@cmto/core/i18n/catalog';
import type { Translate } from '@cmto/core/i18n/translate';
import { fieldCatalog } from '@cmto/core/locales/field-catalog';
import it from './locales/it.ts';

export const surveyCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** The catalogs a survey speaks with; those of later phases are added when their code loads. */
export const catalogs: Catalog[] = [surveyCatalog, fieldCatalog];

/** The interface's words in a language, once they are here; Italian where they cannot be had. */
export const loadTranslate = async (wanted: string): Promise<{ language: string; t: Translate }> => {
  const language = interfaceLanguage(wanted);
  try {
    await loadMessages(catalogs, language);
  } catch {
    // The chunk of this language cannot be had now: what is missing is shown in Italian.
  }
  return { language, t: createTranslate(catalogs, language) };
};
