import type { Catalog } from '../i18n/catalog.ts';
import it from './consultation-problems.it.ts';

/** Words for what a consultation refuses, for who contributes to one or keeps a contribution. */
export const consultationProblemCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./consultation-problems.en.ts')).default,
    fr: async () => (await import('./consultation-problems.fr.ts')).default,
  },
};
