import { localize, type LocalizedText } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import { lastDay } from '../../time/last-day.ts';
import { it } from '../locales/it.ts';
import { confirmedAt, registeredAt, type ReceiptFacts } from '../receipt-facts.ts';
import type { RequestDocument } from '../request-document.ts';
import { dayText, instantText, numberText, officialText } from './in-words.ts';
import { laterPart } from './later-part.ts';
import { attachmentsPart, identityText, sentPart } from './registered-parts.ts';
import { section, styles } from './sections.ts';
import { TaggedPages, type Style } from './tagged-page.ts';

/** What a receipt is made from. */
export interface ReceiptPdf {
  readonly facts: ReceiptFacts;
  readonly document: RequestDocument;
  /** Of the document as it was registered. */
  readonly sha256: string;
  /** When the facts were looked up, RFC 3339. */
  readonly asOf: string;
}

const qrSide = 92;

/** The receipt of a request with everything that was sent, and what has happened since. The same facts give the same bytes. */
export function receiptPdf({ facts, document, sha256, asOf }: ReceiptPdf): Promise<Buffer> {
  const pages = new TaggedPages({
    title: `${it.title} ${facts.register ? numberText(facts.register) : ''}`.trim(),
    author: it.institution,
    created: new Date(registeredAt(facts) ?? facts.receivedAt),
  });
  const top = pages.y;
  pages.qr(facts.url, it['qr.alt'], qrSide);
  head(pages, facts);
  pages.below(top + qrSide);
  registration(pages, facts, document);
  procedure(pages, facts);
  sentPart(pages, document);
  attachmentsPart(pages, document.attachments);
  section(
    pages,
    it['section.integrity'],
    [
      [it['fact.document'], sha256],
      [it['fact.content'], document.contentHash],
      [it['fact.id'], document.id],
    ],
    styles.fine,
  );
  if (facts.register) laterPart(pages, facts, asOf);
  return pages.finish((page, count) => footer(facts, page, count));
}

function head(pages: TaggedPages, facts: ReceiptFacts): void {
  pages.text('P', it.institution, beside(styles.institution));
  pages.text('H1', it.title, beside(styles.title));
  pages.text('P', it[standingOf(facts)], beside(styles.notice));
  pages.text('P', facts.isFormal ? it.formal : it.informal, beside(styles.body));
}

function standingOf({ register, official }: ReceiptFacts) {
  if (!register) return 'unregistered';
  if (register.status === 'annulled') return 'standing.annulled';
  return official ? 'provisional-numbered' : 'provisional';
}

/** Not below the QR code, which stands at the right. */
const beside = (style: Style): Style => ({ ...style, narrower: qrSide + 16 });

function registration(pages: TaggedPages, facts: ReceiptFacts, document: RequestDocument): void {
  const { official, register } = facts;
  const entered = registeredAt(facts);
  const confirmed = confirmedAt(facts);
  section(pages, it['section.registration'], [
    [it['fact.number'], register && numberText(register)],
    [it['fact.registered'], entered && instantText(entered)],
    [it['fact.official'], official && officialText(official)],
    [it['fact.received'], instantText(facts.receivedAt)],
    [it['fact.identity'], identityText(document, confirmed && instantText(confirmed))],
    [it['fact.subject'], document.subject],
    [it['fact.service'], document.title],
    [it['fact.code'], facts.receiptCode.replace(/.{5}(?=.{5})/g, '$& ')],
    [it['fact.page'], facts.url],
  ]);
  pages.text('P', it.keep, styles.body);
}

function procedure(pages: TaggedPages, { procedure: about, language, isFormal }: ReceiptFacts): void {
  const { contacts } = about;
  const inItalian = (text: LocalizedText): string => localize(text, 'it', [language]).text;
  section(pages, it['section.procedure'], [
    [it['fact.unit'], inItalian(about.unit)],
    [it['fact.officer'], about.officer],
    [
      it['fact.contacts'],
      [contacts.email, contacts.pec && `PEC ${contacts.pec}`, contacts.phone].filter(Boolean).join(' · '),
    ],
    [it['fact.days'], about.days === 1 ? it['days.one'] : it['days.many'].replace('{days}', String(about.days))],
    [it['fact.deadline'], about.deadline && dayText(lastDay(Date.parse(about.deadline)))],
    [it['fact.silence'], it[`silence.${toldSilence(about.silence, isFormal)}`]],
  ]);
}

/** At the foot of every page, as a segnatura is: which request, of which register, when; and whether it was annulled. */
function footer(facts: ReceiptFacts, page: number, count: number): string {
  const { register, official } = facts;
  const place = it.page.replace('{page}', String(page)).replace('{pages}', String(count));
  if (!register) return `${it.unregistered} · ${place}`;
  const entered = `${numberText(register)} · ${instantText(registeredAt(facts) ?? facts.receivedAt)}`;
  const numbers = official
    ? `${it['stamp.official']} ${officialText(official)}\n${it['stamp.internal']} ${entered}`
    : `${entered} · ${it['stamp.provisional']}`;
  return `${register.status === 'annulled' ? `${it['standing.annulled']}\n` : ''}${numbers} · ${place}`;
}
