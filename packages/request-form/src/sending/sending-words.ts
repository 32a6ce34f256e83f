import type { Catalog } from '@cmto/core/i18n/catalog';
import { fieldCatalog } from '@cmto/core/locales/field-catalog';
import { problemCatalog } from '@cmto/core/locales/problem-catalog';
import { confirmCatalog } from '../confirm/confirm-words.ts';
import it from './locales/it.ts';

/** Words for what a person can send to a receipt. */
export const sendingCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** Words for what a person can send to a request; ours first, for what a file waits for here is another thing. */
export const sendingCatalogs: readonly Catalog[] = [sendingCatalog, confirmCatalog, fieldCatalog, problemCatalog];
