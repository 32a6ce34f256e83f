import type { Entry } from '@cmto/core/storage/entry';

/** An answer as a tag keeps it; a draft unless `change` says otherwise. */
export const anEntry = (id: string, change: Partial<Entry> = {}): Entry => ({
  id,
  lookup: 'https://partecipa.example.it/api/v1|survey|prova|',
  api: 'https://partecipa.example.it/api/v1',
  path: '/surveys/prova/responses',
  state: 'draft',
  formVersion: 1,
  language: 'it',
  answers: { idea: 'Più treni, città più sane: “così” 🚆' },
  attachments: [],
  uploaded: [],
  formPage: 'uno',
  setAside: [],
  savedAt: 1_700_000_000_000,
  ...change,
});
