import type { ReceiptFacts } from '../../src/documents/receipt-facts.ts';
import { seal, type RequestDocument } from '../../src/documents/request-document.ts';
import type { ReceiptPdf } from '../../src/documents/pdf/receipt-pdf.ts';
import { someFacts } from './request-facts.ts';

/** A document in which somebody has answered one question. */
export const aDocument = (words = 'Ada Lovelace', parts: Partial<RequestDocument> = {}): RequestDocument => ({
  kind: 'request',
  format: 1,
  id: '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d',
  department: 'sviluppo-economico',
  slug: 'assistenza-tecnica',
  formVersion: 1,
  title: 'Assistenza tecnica',
  subject: 'Assistenza tecnica: variante al piano regolatore',
  language: 'it',
  identity: 'none',
  isFormal: false,
  receivedAt: '2026-11-20T11:00:00Z',
  contentHash: 'b'.repeat(64),
  pages: [
    { id: 'chi', title: 'Chi fa la richiesta', answers: [{ field: 'nome', label: 'Nome', words, value: words }] },
  ],
  attachments: [
    { field: 'file', sha256: 'c'.repeat(64), name: 'relazione.pdf', type: 'application/pdf', size: 5_242_880 },
  ],
  ...parts,
});

/** What a receipt in PDF is made from. */
export const aReceipt = (document = aDocument(), facts: Partial<ReceiptFacts> = {}): ReceiptPdf => {
  return {
    document,
    sha256: seal(document).sha256,
    asOf: '2026-12-01T09:00:00Z',
    facts: {
      ...someFacts(),
      receiptCode: 'M03A9JX2SBR20HQEPJRATVXCQM',
      messages: [],
      timeline: [{ at: '2026-11-20T11:00:01Z', event: 'registered' }],
      ...facts,
    },
  };
};
