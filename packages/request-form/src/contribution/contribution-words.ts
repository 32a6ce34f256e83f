import type { Catalog } from '@cmto/core/i18n/catalog';
import { problemCatalog } from '@cmto/core/locales/problem-catalog';
import { sendingCatalog } from '../sending/sending-words.ts';
import it from './locales/it.ts';

const contributionCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** Words for what becomes of a contribution, and for what its author can send. */
export const contributionCatalogs: readonly Catalog[] = [contributionCatalog, sendingCatalog, problemCatalog];
