/** A submission, as the contract's own text shows it. */
export const submissionExample = {
  formVersion: 3,
  language: 'it',
  answers: { ruolo: 'sindaco', temi: ['mobilita', 'acque'] },
  completedAt: '2026-11-20T09:29:00Z',
  page: 'https://www.example.it/cms/piano',
  check: { trap: '' },
};

/** A rating of a page. */
export const ratingExample = {
  formVersion: 1,
  language: 'it',
  answers: { subject: 'page', stars: 2, difficulty: 'unclear', details: 'Non trovo il modulo.' },
  page: 'https://www.example.it/cms/contributi',
  check: { trap: '' },
};

export const receiptExample = {
  id: '6f1d9d0e-3b5c-4d0f-9a6b-2f6d3c1e8a47',
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
};
