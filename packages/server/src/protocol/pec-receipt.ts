import { DOMParser, type Document } from '@xmldom/xmldom';
import PostalMime, { type Email } from 'postal-mime';

/** What a provider certifies of a message that we sent (RFC 6109, 3 and 4.4). */
export const pecReceiptKinds = [
  'accettazione',
  'non-accettazione',
  'presa-in-carico',
  'avvenuta-consegna',
  'preavviso-errore-consegna',
  'errore-consegna',
  'rilevazione-virus',
] as const;
export type PecReceiptKind = (typeof pecReceiptKinds)[number];

export interface PecReceipt {
  readonly kind: PecReceiptKind;
  /** The provider's own name of the message. */
  readonly identifier: string;
  /** Of the message that we sent, in angle brackets. */
  readonly messageId: string;
  /** Milliseconds, by the provider's clock. */
  readonly at: number;
}

/** What is larger than this is no `daticert.xml`. */
const largest = 256 * 1024;

/**
 * Reads the provider's `daticert.xml` in a message as a mailbox stores it. Undefined: it has none, or one that says
 * nothing of the kind. The provider's signature is not looked at: who brings the file here answers for it.
 */
export async function readPecReceipt(bytes: Buffer): Promise<PecReceipt | undefined> {
  // The message of ours that a delivery receipt carries may have any files: only the receipt's own count.
  const email: Email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  const found = email.attachments.find(({ filename }) => filename?.toLowerCase() === 'daticert.xml');
  if (!found) return undefined;
  const { content } = found;
  const xml = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');
  // Nothing in it may stand for anything else.
  if (xml.length > largest || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  return readCertificate(xml);
}

function readCertificate(xml: string): PecReceipt | undefined {
  const document = parse(xml);
  const root = document?.documentElement;
  const kind = pecReceiptKinds.find((one) => one === root?.getAttribute('tipo'));
  if (!document || root?.nodeName !== 'postacert' || !kind) return undefined;
  const text = (name: string): string => document.getElementsByTagName(name)[0]?.textContent?.trim() ?? '';
  const messageId = text('msgid');
  const identifier = text('identificativo');
  const at = instantOf(
    text('giorno'),
    text('ora'),
    document.getElementsByTagName('data')[0]?.getAttribute('zona') ?? '',
  );
  if (!messageId || !identifier || identifier.length > 500 || Number.isNaN(at)) return undefined;
  return { kind, identifier, messageId, at };
}

function parse(xml: string): Document | undefined {
  try {
    return new DOMParser({ onError: (_, message) => fail(message) }).parseFromString(xml, 'text/xml');
  } catch {
    return undefined;
  }
}

function fail(message: string): never {
  throw new Error(message);
}

/** `20/11/2026`, `12:00:05`, `+0100`. */
function instantOf(day: string, hour: string, zone: string): number {
  const [, date, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day) ?? [];
  const [, hours, minutes] = /^([+-]\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return Date.parse(`${year}-${month}-${date}T${hour}${hours}:${minutes}`);
}
