import type { Paragraph, Section, TextDocument } from '../text-document.ts';
import { wordsOf } from '../words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A paragraph as it is compared; `index` counts through the document. */
export interface Unit {
  readonly index: number;
  /** Its place among the nodes. */
  readonly at: number;
  readonly section: number;
  readonly paragraph: Paragraph;
  /** In the order of the text. */
  readonly words: readonly number[];
  readonly sorted: readonly number[];
}

/** A section as it is compared; its own paragraphs are `units`, those of the sections inside it are not. */
export interface Part {
  readonly index: number;
  readonly section: Section;
  /** -1 at the top. */
  readonly parent: number;
  readonly units: readonly Unit[];
  /** Its headings from the top down without digits: "Azione 1" and "Azione 2" are look-alikes. */
  readonly path: string;
}

/** What stands in a row: each heading, the paragraphs under it, the end of them. */
export interface Node {
  readonly kind: 'heading' | 'paragraph' | 'end';
  readonly text: string;
  /** Of the paragraph's units, or of the section's parts. */
  readonly index: number;
}

/** One version, ready to be compared. */
export interface Prose {
  readonly parts: readonly Part[];
  readonly units: readonly Unit[];
  readonly nodes: readonly Node[];
}

const withoutNumbers = (heading: string): string =>
  wordsOf(heading.replace(/^[ivxlc]+(?=[\s.)–-])/iu, ''))
    .map(({ text }) => text)
    .filter((word) => !/^\p{N}+$/u.test(word))
    .join(' ');

/** Reads one version; both share one vocabulary. */
export const toProse = ({ sections }: TextDocument, vocabulary: Vocabulary): Prose => {
  const units: Unit[] = [];
  const parts: Part[] = [];
  const nodes: Node[] = [];
  const indexOf = new Map(sections.map(({ id }, index) => [id, index]));
  for (const [index, section] of sections.entries()) {
    const parent = section.parent === undefined ? -1 : (indexOf.get(section.parent) ?? -1);
    const heading = section.level === 0 ? '#' : withoutNumbers(section.heading);
    nodes.push({ kind: 'heading', text: section.heading, index });
    const own = section.paragraphs.map((paragraph): Unit => {
      const words = wordsOf(paragraph.text).map(({ text }) => vocabulary.idOf(text));
      const unit = {
        index: units.length,
        at: nodes.length,
        section: index,
        paragraph,
        words,
        sorted: words.toSorted((a, b) => a - b),
      };
      vocabulary.count(unit.sorted);
      units.push(unit);
      nodes.push({ kind: 'paragraph', text: paragraph.text, index: unit.index });
      return unit;
    });
    nodes.push({ kind: 'end', text: '', index });
    parts.push({ index, section, parent, units: own, path: `${parent < 0 ? '' : parts[parent]!.path}/${heading}` });
  }
  return { parts, units, nodes };
};
