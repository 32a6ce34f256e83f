import type { Catalog } from '@cmto/core/i18n/catalog';
import it from './locales/it.ts';

/** Words of published contributions. */
export const publishedCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};
