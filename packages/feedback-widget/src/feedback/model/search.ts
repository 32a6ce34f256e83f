import type { ConsultedDocument, Section } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';

/** Where a word stands, with a little of what is around it. */
export interface Found {
  readonly section: Section;
  /** Id of the paragraph; absent for a heading. */
  readonly paragraph?: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** UTF-16 units shown around a match. */
const around = 40;

/** Without accents and capitals, of the same length: a place found in it is the same place in the text. */
const folded = (text: string): string =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[\u00C0-\u024F]/gu, (letter) => letter.normalize('NFD')[0]!)
    : text;

const find = (text: string, wanted: string): Pick<Found, 'before' | 'match' | 'after'> | undefined => {
  const at = folded(text).indexOf(wanted);
  if (at === -1) return undefined;
  const end = at + wanted.length;
  return {
    before: (at > around ? '…' : '') + text.slice(Math.max(0, at - around), at),
    match: text.slice(at, end),
    after: text.slice(end, end + around) + (text.length > end + around ? '…' : ''),
  };
};

const titlesOf = ({ title }: Section): readonly string[] =>
  typeof title === 'string' ? [title] : Object.values(title);

/** The headings and paragraphs with these words in them, one place of each, in the document's order. */
export const search = ({ sections }: ConsultedDocument, words: string): Found[] => {
  const wanted = folded(words.trim());
  if (wanted === '') return [];
  return sections.flatMap((section) => {
    const title = titlesOf(section)
      .map((text) => find(text, wanted))
      .find(Boolean);
    const paragraphs = (own(section, 'paragraphs') ?? []).flatMap(({ id, text }) => {
      const found = find(text, wanted);
      return found ? [{ section, paragraph: id, ...found }] : [];
    });
    return title ? [{ section, ...title }, ...paragraphs] : paragraphs;
  });
};
