import type { RequestStatus } from '@cmto/contract';
import { words } from './words.ts';

/** A code that opens the request below. */
export const aReceiptCode = '0123456789ABCDEFGHJKMNPQRS';

/** A registered request for technical assistance, and whatever the test says is different. */
export const aRequestStatus = (parts: Partial<RequestStatus> = {}): RequestStatus => ({
  id: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a01',
  receiptCode: aReceiptCode,
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  register: { code: 'CMTO-RI', year: 2026, number: '0000042', status: 'provisional' },
  url: `https://partecipa.example.it/r/${aReceiptCode}`,
  kind: 'request',
  slug: 'assistenza-tecnica',
  title: words('Assistenza tecnica', 'Technical assistance', 'Assistance technique'),
  language: 'it',
  subject: 'Richiesta di assistenza tecnica: variante al piano regolatore',
  isFormal: false,
  state: 'registered',
  procedure: {
    title: words('Assistenza ai comuni', 'Assistance to municipalities', 'Assistance aux communes'),
    unit: words('Unità Pianificazione', 'Planning unit', 'Unité de planification'),
    officer: 'Ada Bianchi',
    contacts: { email: 'pianificazione@example.it', phone: '011 861 1111' },
    days: 30,
    silence: 'none',
    deadline: '2026-12-20T23:00:00Z',
    steps: [words('Esaminiamo la richiesta', 'We examine the request', 'Nous examinons la demande')],
  },
  timeline: [
    { at: '2026-11-20T09:30:00Z', event: 'received' },
    {
      at: '2026-11-20T09:30:00Z',
      event: 'registered',
      register: { code: 'CMTO-RI', year: 2026, number: '0000042', status: 'provisional' },
    },
  ],
  messages: [],
  attachments: [
    { field: 'planimetria', sha256: 'b'.repeat(64), name: 'planimetria.pdf', type: 'application/pdf', size: 12_345 },
  ],
  ...parts,
});
