import type { Entry } from '../../src/storage/entry.ts';

/** A draft as the device keeps it; `change` says what is different about this one. */
export const anEntry = (change: Partial<Entry> = {}): Entry => ({
  id: '00000000-0000-4000-8000-000000000001',
  lookup: 'prova',
  api: 'https://partecipa.example.it/api/v1',
  path: '/surveys/prova/responses',
  state: 'draft',
  formVersion: 1,
  language: 'it',
  answers: {},
  attachments: [],
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
  ...change,
});
