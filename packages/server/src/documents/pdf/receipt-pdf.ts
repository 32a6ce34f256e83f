import { localize, type LocalizedText } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import { lastDay } from '../../time/last-day.ts';
import { it } from '../locales/it.ts';
import { confirmedAt, registeredAt, type ReceiptFacts } from '../receipt-facts.ts';
import type { RequestDocument } from '../request-document.ts';
import { TaggedPages, type Part, type Style } from './tagged-page.ts';

/** What a receipt is made from. */
export interface ReceiptPdf {
  readonly facts: ReceiptFacts;
  readonly document: RequestDocument;
  /** Of the document as it was registered. */
  readonly sha256: string;
}

const styles = {
  institution: { size: 10, weight: 'regular', above: 0 },
  title: { size: 20, weight: 'bold', above: 4 },
  notice: { size: 10, weight: 'bold', above: 6 },
  body: { size: 10, weight: 'regular', above: 4 },
  heading: { size: 13, weight: 'bold', above: 16, below: 40 },
  subheading: { size: 11, weight: 'bold', above: 10, below: 40 },
  label: { size: 9, weight: 'regular', above: 7, below: 15 },
  value: { size: 10.5, weight: 'bold', above: 0 },
  fine: { size: 8.5, weight: 'regular', above: 0 },
} as const satisfies Record<string, Style>;

const qrSide = 92;

/** The receipt of a request with everything that was sent. The same facts give the same bytes. */
export function receiptPdf({ facts, document, sha256 }: ReceiptPdf): Promise<Buffer> {
  const pages = new TaggedPages({
    title: `${it.title} ${registrationText(facts)}`.trim(),
    author: it.institution,
    created: new Date(registeredAt(facts) ?? facts.receivedAt),
  });
  const top = pages.y;
  pages.qr(facts.url, it['qr.alt'], qrSide);
  head(pages, facts);
  pages.below(top + qrSide);
  registration(pages, facts, document);
  procedure(pages, facts);
  sent(pages, document);
  attachments(pages, document);
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
  return pages.finish((page, count) => footer(facts, page, count));
}

function head(pages: TaggedPages, facts: ReceiptFacts): void {
  pages.text('P', it.institution, beside(styles.institution));
  pages.text('H1', it.title, beside(styles.title));
  const standing = !facts.register ? 'unregistered' : facts.official ? 'provisional-numbered' : 'provisional';
  pages.text('P', it[standing], beside(styles.notice));
  pages.text('P', facts.isFormal ? it.formal : it.informal, beside(styles.body));
}

/** Not below the QR code, which stands at the right. */
const beside = (style: Style): Style => ({ ...style, narrower: qrSide + 16 });

type Told = readonly (readonly [term: string, value: string | undefined])[];

function registration(pages: TaggedPages, facts: ReceiptFacts, document: RequestDocument): void {
  const { official } = facts;
  const entered = registeredAt(facts);
  section(pages, it['section.registration'], [
    [it['fact.number'], registrationText(facts)],
    [it['fact.registered'], entered && instantText(entered)],
    [it['fact.official'], official && `${official.register} ${official.number}, ${dayText(official.date)}`],
    [it['fact.received'], instantText(facts.receivedAt)],
    [it['fact.identity'], identityText(facts, document)],
    [it['fact.subject'], document.subject],
    [it['fact.service'], document.title],
    [it['fact.code'], facts.receiptCode.replace(/.{5}(?=.{5})/g, '$& ')],
    [it['fact.page'], facts.url],
  ]);
  pages.text('P', it.keep, styles.body);
}

/** How it is known whose request it is. Undefined: nobody was asked. */
function identityText(facts: ReceiptFacts, { signedIn }: RequestDocument): string | undefined {
  if (signedIn) {
    const { givenName, familyName, taxCode } = signedIn;
    return it['identity.eid'].replace('{taxCode}', () => taxCode).replace('{name}', () => `${givenName} ${familyName}`);
  }
  const confirmed = confirmedAt(facts);
  return confirmed && it['identity.email'].replace('{when}', instantText(confirmed));
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

function sent(pages: TaggedPages, document: RequestDocument): void {
  const group = open(pages, it['section.sent']);
  for (const { title, answers } of document.pages) {
    if (title !== '') pages.text('H3', title, styles.subheading, group);
    list(
      pages,
      group,
      answers.map(({ label, words }) => [label, words]),
    );
  }
}

function attachments(pages: TaggedPages, document: RequestDocument): void {
  const group = open(pages, it['section.attachments']);
  if (document.attachments.length === 0) return pages.text('P', it['answer.none'], styles.body, group);
  const files = pages.part('L', group);
  for (const { name, size, type, sha256 } of document.attachments) {
    const item = pages.part('LI', files);
    pages.text('Lbl', name, { ...styles.value, above: 7, below: 24 }, item);
    const about = it['attachment.size'].replace('{size}', size.toLocaleString('it')).replace('{type}', type);
    pages.text('LBody', `${about}\n${it['attachment.hash'].replace('{hash}', sha256)}`, styles.fine, item);
  }
}

/** A section of terms and what is said of each. */
function section(pages: TaggedPages, title: string, told: Told, value: Style = styles.value): void {
  list(pages, open(pages, title), told, value);
}

/** What there is nothing to say of is left out. */
function list(pages: TaggedPages, within: Part, told: Told, value: Style = styles.value): void {
  const items = pages.part('L', within);
  for (const [term, words] of told) {
    if (!words) continue;
    const item = pages.part('LI', items);
    pages.text('Lbl', term, styles.label, item);
    pages.text('LBody', words, value, item);
  }
}

/** A part with its heading. */
function open(pages: TaggedPages, title: string): Part {
  const group = pages.part('Sect');
  pages.text('H2', title, styles.heading, group);
  return group;
}

/** At the foot of every page, as a segnatura is: which request, of which register, when. */
function footer(facts: ReceiptFacts, page: number, count: number): string {
  const place = it.page.replace('{page}', String(page)).replace('{pages}', String(count));
  if (!facts.register) return `${it.unregistered} · ${place}`;
  const when = instantText(registeredAt(facts) ?? facts.receivedAt);
  return `${registrationText(facts)} · ${when} · ${it['stamp.provisional']} · ${place}`;
}

const registrationText = ({ register }: ReceiptFacts): string =>
  register ? `${register.code}-${register.year}/${register.number}` : '';

const rome = { timeZone: 'Europe/Rome', day: 'numeric', month: 'long', year: 'numeric' } as const;

const instantText = (instant: string): string =>
  new Intl.DateTimeFormat('it-IT', {
    ...rome,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));

const dayText = (date: string | number): string => new Intl.DateTimeFormat('it-IT', rome).format(new Date(date));
