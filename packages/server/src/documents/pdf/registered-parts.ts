import type { MessageAttachment } from '@cmto/contract';
import { it } from '../locales/it.ts';
import type { RequestDocument } from '../request-document.ts';
import { list, open, styles } from './sections.ts';
import type { Part, TaggedPages } from './tagged-page.ts';

/** Every answer of a request, in the words it was registered with. */
export function sentPart(pages: TaggedPages, document: RequestDocument): void {
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

/** The files of a request or message, each with its hash. */
export function attachmentsPart(pages: TaggedPages, attachments: readonly MessageAttachment[]): void {
  const group = open(pages, it['section.attachments']);
  if (attachments.length === 0) return pages.text('P', it['answer.none'], styles.body, group);
  fileList(pages, attachments, group);
}

export function fileList(pages: TaggedPages, attachments: readonly MessageAttachment[], within: Part): void {
  const files = pages.part('L', within);
  for (const { name, size, type, sha256 } of attachments) {
    const item = pages.part('LI', files);
    pages.text('Lbl', name, { ...styles.value, above: 7, below: 24 }, item);
    const about = it['attachment.size'].replace('{size}', size.toLocaleString('it')).replace('{type}', type);
    pages.text('LBody', `${about}\n${it['attachment.hash'].replace('{hash}', sha256)}`, styles.fine, item);
  }
}

/** How it is known whose request it is. Undefined: nobody was asked. `confirmed`: when a code came back from the address. */
export function identityText({ signedIn }: RequestDocument, confirmed: string | undefined): string | undefined {
  if (!signedIn) return confirmed && it['identity.email'].replace('{when}', confirmed);
  const { givenName, familyName, taxCode } = signedIn;
  return it['identity.eid'].replace('{taxCode}', () => taxCode).replace('{name}', () => `${givenName} ${familyName}`);
}
