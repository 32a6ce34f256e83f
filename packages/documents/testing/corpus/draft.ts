import { toDocument } from '../../src/model/to-document.ts';
import type { Block, TextDocument } from '../../src/model/text-document.ts';

/** A word with its punctuation. `origin` says which word of the first version it is; new and copied words have none. */
export interface Token {
  readonly text: string;
  readonly origin?: number;
}

export type Sentence = readonly Token[];

/** A paragraph that is being edited. */
export interface DraftParagraph {
  sentences: Sentence[];
  /** Neither deleted nor moved nor rewritten any more: a copy exists, which without it would be the moved original. */
  kept?: boolean;
}

/** `origin` is the section's number in the first version; new ones have none. */
export interface DraftSection {
  heading: string;
  readonly level: number;
  readonly origin?: number;
  /** What its paragraphs said in the first version. */
  readonly texts?: ReadonlySet<string>;
  paragraphs: DraftParagraph[];
}

export interface Draft {
  sections: DraftSection[];
  /** Words of the first version that stand in a look-alike of their sentence, from the beginning or since an edit. */
  readonly doubled: Set<number>;
}

export const wordsIn = ({ sentences }: DraftParagraph): Token[] => sentences.flat();

export const textOf = (paragraph: DraftParagraph): string =>
  wordsIn(paragraph)
    .map(({ text }) => text)
    .join(' ');

/** A text as sentences of new words. */
export const sentencesOf = (text: string): Sentence[] =>
  (text.match(/[^.;]+(?:[.;]+|$)/gu) ?? [text])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.split(/\s+/u).map((word) => ({ text: word })));

/** The draft as the model reads it; paragraphs come in the order of `paragraphsOf`. */
export const toTextDocument = ({ sections }: Draft): TextDocument =>
  toDocument(
    sections.flatMap(({ heading, level, paragraphs }): Block[] => [
      { type: 'heading', level, text: heading },
      ...paragraphs.map((paragraph): Block => ({ type: 'paragraph', kind: 'text', text: textOf(paragraph) })),
    ]),
  );

/** All paragraphs in their order, each with its section; no edit leaves one empty. */
export const paragraphsOf = ({ sections }: Draft): { section: DraftSection; paragraph: DraftParagraph }[] =>
  sections.flatMap((section) => section.paragraphs.map((paragraph) => ({ section, paragraph })));

/** A copy that can be edited; words keep their origins. */
export const copyOf = ({ sections, doubled }: Draft): Draft => ({
  sections: sections.map((section) => ({
    ...section,
    texts: new Set(section.paragraphs.map(textOf)),
    paragraphs: section.paragraphs.map(({ sentences }) => ({ sentences: [...sentences] })),
  })),
  doubled: new Set(doubled),
});
