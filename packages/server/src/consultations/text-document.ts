import { localize, type Consultation } from '@cmto/contract';
import type { Section, TextDocument } from '@cmto/documents';

type Consulted = Pick<Consultation, 'document' | 'languages'>;

/** The document of a consultation as text, in its first language; without sections where there is none. */
export function toTextDocument({ document, languages }: Consulted): TextDocument {
  const sections: Section[] = [];
  const around: Section[] = [];
  for (const { id, title, level, paragraphs = [] } of document?.sections ?? []) {
    while (around.length > 0 && around.at(-1)!.level >= level) around.pop();
    const parent = around.at(-1)?.id;
    const heading = localize(title, languages[0]!, languages).text;
    const section = { id, level, heading, ...(parent === undefined ? {} : { parent }), paragraphs };
    sections.push(section);
    around.push(section);
  }
  return { sections };
}

/** Whether two versions of a consultation have the same text under the same names. */
export const hasSameText = (one: Consulted, other: Consulted): boolean =>
  JSON.stringify(toTextDocument(one)) === JSON.stringify(toTextDocument(other));
