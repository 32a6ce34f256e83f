import type { OfficialNumber } from '@cmto/contract';
import type { Correspondent } from '../../register/entry.ts';
import { it } from '../locales/it.ts';
import type { MessageDocument, RequestDocument } from '../request-document.ts';
import { instantText, numberText, officialText } from './in-words.ts';
import { attachmentsPart, identityText, sentPart } from './registered-parts.ts';
import { open, section, styles } from './sections.ts';
import { TaggedPages } from './tagged-page.ts';

/** What an office keeps of a registration. */
export interface RegisteredPdf {
  readonly document: RequestDocument | MessageDocument;
  /** Of the document as it was registered, hex. */
  readonly sha256: string;
  /** `at` in milliseconds. */
  readonly registration: { readonly code: string; readonly year: number; readonly number: string; readonly at: number };
  readonly direction: 'in' | 'out' | 'internal';
  readonly correspondent: Correspondent;
  readonly subject: string;
  /** The registration that it belongs to, as people write it. */
  readonly linkedTo?: string | undefined;
  readonly official?: OfficialNumber | undefined;
  /** The act that annulled it, and its reason. */
  readonly annulled?: { readonly act: string; readonly reason: string; readonly at: number } | undefined;
}

/**
 * What was registered, to be read: what is in the canonical document and nothing else, without the receipt's code, which
 * is the applicant's. The document itself is the JSON; this says its hash. The same facts give the same bytes.
 */
export function registeredPdf(registered: RegisteredPdf): Promise<Buffer> {
  const { document, sha256, registration, annulled } = registered;
  const title = it[`registered.${document.kind}`];
  const pages = new TaggedPages({
    title: `${title} ${numberText(registration)}`,
    author: it.institution,
    created: new Date(registration.at),
  });
  pages.text('P', it.institution, styles.institution);
  pages.text('H1', title, styles.title);
  if (annulled) pages.text('P', it['standing.annulled'], styles.notice);
  pages.text('P', it['registered.about'], styles.body);
  registrationPart(pages, registered);
  if (document.kind === 'request') sentPart(pages, document);
  else if (document.text !== undefined) pages.text('P', document.text, styles.body, open(pages, it['section.text']));
  attachmentsPart(pages, document.attachments);
  section(
    pages,
    it['section.integrity'],
    [
      [it['fact.document'], sha256],
      [it['fact.content'], document.kind === 'request' ? document.contentHash : undefined],
      [it['fact.id'], document.id],
    ],
    styles.fine,
  );
  return pages.finish((page, count) => footer(registered, page, count));
}

function registrationPart(pages: TaggedPages, registered: RegisteredPdf): void {
  const { document, registration, direction, correspondent, official, annulled } = registered;
  section(pages, it['section.registration'], [
    [it['fact.number'], numberText(registration)],
    [it['fact.registered'], instantText(registration.at)],
    [it['fact.official'], official && officialText(official)],
    [it['fact.annulled'], annulled && `${annulled.act}, ${instantText(annulled.at)}\n${annulled.reason}`],
    [direction === 'out' ? it['fact.recipient'] : it['fact.sender'], correspondent.name],
    [it['fact.tax-code'], correspondent.taxCode],
    [it['fact.subject'], registered.subject],
    [it['fact.linked'], registered.linkedTo],
    ...(document.kind === 'request'
      ? ([
          [it['fact.service'], document.title],
          [it['fact.received'], instantText(document.receivedAt)],
          [it['fact.identity'], identityText(document, undefined)],
          [it['fact.kind'], document.isFormal ? it.formal : it.informal],
        ] as const)
      : []),
  ]);
}

function footer({ registration, official, annulled }: RegisteredPdf, page: number, count: number): string {
  const place = it.page.replace('{page}', String(page)).replace('{pages}', String(count));
  const entered = `${it['stamp.internal']} ${numberText(registration)} · ${instantText(registration.at)} · ${place}`;
  return [
    ...(annulled ? [it['standing.annulled']] : []),
    ...(official ? [`${it['stamp.official']} ${officialText(official)}`] : []),
    entered,
  ].join('\n');
}
