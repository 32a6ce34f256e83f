import type { RequestFacts } from '../../src/mail/request-facts.ts';

/** What letters tell of a request that was registered. */
export const someFacts = (parts: Partial<RequestFacts> = {}): RequestFacts => ({
  url: 'https://partecipa.example.it/r/M03A9JX2SBR20HQEPJRATVXCQM',
  title: { it: 'Assistenza tecnica', en: 'Technical assistance', fr: 'Assistance technique' },
  language: 'it',
  receivedAt: '2026-11-20T11:00:00Z',
  isFormal: false,
  register: { code: 'CMTO-RI', year: 2026, number: '0000123', status: 'provisional' },
  procedure: {
    title: 'Assistenza tecnica',
    days: 30,
    unit: { it: 'Unità Pianificazione', en: 'Planning unit' },
    officer: 'Maria Rossi',
    contacts: { email: 'pianificazione@example.it', pec: 'protocollo@pec.example.it' },
    silence: 'none',
    deadline: '2026-12-20T23:00:00Z',
  },
  ...parts,
});
