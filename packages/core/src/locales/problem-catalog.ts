import type { Catalog } from '../i18n/catalog.ts';
import it from './problems.it.ts';

/** Words for what went wrong outside the form: the server's problems, and those of network and device. */
export const problemCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./problems.en.ts')).default,
    fr: async () => (await import('./problems.fr.ts')).default,
  },
};
