import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { readDocument } from '../documents/document-store.ts';
import type { PdfThread } from '../documents/pdf/pdf-thread.ts';
import type { RegisteredPdf } from '../documents/pdf/registered-pdf.ts';
import type { MessageDocument, RequestDocument } from '../documents/request-document.ts';
import type { Consignment, CopyFor } from './adapter.ts';
import { linkedText } from './adapters/pec-message.ts';

/** What a copy for people says of a registration, beside what has become of its number. */
export async function registeredFacts(db: Kysely<Schema>, consignment: Consignment): Promise<RegisteredPdf> {
  const { key, registration, direction, correspondent, subject } = consignment.task;
  const found = await readDocument<RequestDocument | MessageDocument>(db, key);
  return { ...found!, registration, direction, correspondent, subject, linkedTo: linkedText(consignment) };
}

/**
 * The document as PDF, for whoever registers it to read. A registration does not wait for one that cannot be set, or for
 * which others wait: `protocol document` writes it at any time.
 */
export const copyAsPdf =
  (db: Kysely<Schema>, pdf: Pick<PdfThread, 'make'>): CopyFor =>
  async (consignment) => {
    const { year, number } = consignment.task.registration;
    try {
      const bytes = Buffer.from(await pdf.make({ registered: await registeredFacts(db, consignment) }));
      return { name: `documento-${year}-${number}.pdf`, type: 'application/pdf', bytes };
    } catch {
      return undefined;
    }
  };
