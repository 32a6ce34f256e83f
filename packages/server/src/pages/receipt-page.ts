import type { ReceiptStatus } from '@cmto/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Schema } from '../database/schema.ts';
import { readDocument } from '../documents/document-store.ts';
import type { PdfThread } from '../documents/pdf/pdf-thread.ts';
import { askedLanguages } from '../http/asked-languages.ts';
import { appendVary } from '../http/representation.ts';
import { resource } from '../http/resource.ts';
import type { ReceiptDesk } from '../receipts/receipt-desk.ts';
import { toInstant } from '../surveys/definition.ts';
import { asDownload } from './download.ts';
import type { HostedPages } from './hosted-pages.ts';

export interface ReceiptPagesOptions {
  readonly desk: Pick<ReceiptDesk, 'open'>;
  readonly hosted: HostedPages;
  readonly db: Kysely<Schema>;
  readonly files: Pick<AttachmentStore, 'has' | 'read'>;
  readonly pdf: Pick<PdfThread, 'make'>;
  readonly now: () => number;
}

/** The address is a secret: neither kept, indexed nor passed on. */
const secretAddress = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

/**
 * `GET /r/{receiptCode}`: the receipt as a page of its own; of a request, with everything that was sent. Below it the
 * same as PDF, `/pdf`, and each file, `/files/{sha256}`.
 */
export function addReceiptPages(app: FastifyInstance, options: ReceiptPagesOptions): void {
  const { desk, db } = options;
  const config = { config: { limit: 'read' } } as const;
  resource(
    app,
    '/r/:code',
    { GET: async (request, reply) => sendPage(request, reply, options, await open(request)) },
    config,
  );

  resource(
    app,
    '/r/:code/pdf',
    {
      GET: async (request, reply) => {
        const receipt = await open(request);
        const found = receipt?.kind === 'request' ? await readDocument(db, receipt.id) : undefined;
        if (receipt?.kind !== 'request' || !found) return sendPage(request, reply, options, undefined);
        const pdf = await options.pdf.make({ receipt: { facts: receipt, ...found, asOf: toInstant(options.now()) } });
        return asDownload(reply.headers(secretAddress), pdfName(receipt.register)).type('application/pdf').send(pdf);
      },
    },
    config,
  );

  resource(
    app,
    '/r/:code/files/:sha256',
    {
      GET: async (request, reply) => {
        const { sha256 } = request.params as { sha256: string };
        const file = findFile(await open(request), sha256);
        if (!file || !(await options.files.has(file))) return sendPage(request, reply, options, undefined);
        return asDownload(reply.headers(secretAddress), file.name).send(options.files.read(file));
      },
    },
    config,
  );

  function open(request: FastifyRequest): Promise<ReceiptStatus | undefined> {
    return desk.open((request.params as { code: string }).code);
  }
}

async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { hosted, db }: ReceiptPagesOptions,
  receipt: ReceiptStatus | undefined,
): Promise<FastifyReply> {
  const found = receipt?.kind === 'request' ? await readDocument(db, receipt.id) : undefined;
  const page = await hosted.renderReceiptPage({
    receipt,
    document: found && { ...found.document, sha256: found.sha256 },
    languages: askedLanguages(request),
  });
  appendVary(reply, 'Accept-Language');
  return reply
    .code(receipt ? 200 : 404)
    .headers({ ...secretAddress, 'Content-Security-Policy': page.contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(page.html);
}

/** A file that the request or one of its messages names; it is stored under the key it came with. */
function findFile(
  receipt: ReceiptStatus | undefined,
  sha256: string,
): { readonly key: string; readonly sha256: string; readonly name: string } | undefined {
  if (receipt?.kind !== 'request') return undefined;
  for (const { id: key, attachments } of [receipt, ...receipt.messages]) {
    const found = attachments.find((file) => file.sha256 === sha256);
    if (found) return { key, sha256, name: found.name };
  }
  return undefined;
}

const pdfName = (register: ReceiptStatus['register']): string =>
  register ? `ricevuta-${register.code}-${register.year}-${register.number}.pdf` : 'ricevuta.pdf';
