import type { Catalog } from '../../i18n/catalog.ts';
import it from './locales/it.ts';

/** Words of the later phases. */
export const finishCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};
