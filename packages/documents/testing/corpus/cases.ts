import { type Anchor, anchorOf } from '../../src/model/anchor.ts';
import type { TextDocument } from '../../src/model/text-document.ts';
import {
  copyOf,
  type Draft,
  type DraftParagraph,
  type DraftSection,
  paragraphsOf,
  toTextDocument,
  wordsIn,
} from './draft.ts';
import { EDITS } from './edits.ts';
import { firstVersion, type Prose } from './first-version.ts';
import { destinationOf, type Label, labelOf } from './label.ts';
import { createRandom, type Random } from './random.ts';

/** One observation to be followed, and the truth about it. */
export interface Case {
  readonly anchor: Anchor;
  /** The paragraph's order in the first version. */
  readonly paragraph: number;
  /** The words that are quoted, by their order in the paragraph, if it is a passage. */
  readonly range?: { readonly first: number; readonly last: number };
  readonly label: Label;
}

/** Two versions of one document, how the second came about, and what is asked about them. */
export interface EditedDocument {
  readonly seed: number;
  readonly edits: readonly string[];
  readonly from: TextDocument;
  readonly to: TextDocument;
  readonly first: Draft;
  readonly second: Draft;
  readonly cases: readonly Case[];
}

/** Words are parted by single blanks in the corpus, so that their places in the text can be counted. */
const passageOf = (words: readonly { text: string }[], { first, last }: { first: number; last: number }) => {
  const start = words.slice(0, first).reduce((sum, { text }) => sum + text.length + 1, 0);
  const length = words.slice(first, last + 1).reduce((sum, { text }) => sum + text.length + 1, -1);
  return { start, end: start + length };
};

const someRange = (random: Random, words: number) => {
  const length = Math.min(words, 3 + random.below(18));
  const first = random.below(words - length + 1);
  return { first, last: first + length - 1 };
};

const PER_DOCUMENT = 50;

/** At most this share of a document's cases is about paragraphs that no edit has touched. */
const UNTOUCHED = 0.2;

const keyOf = (section: DraftSection, paragraph: DraftParagraph): string =>
  [section.origin, ...wordsIn(paragraph).map(({ text, origin }) => `${origin}${text}`)].join(' ');

/** Paragraphs of the first version in a random order, those that an edit has touched first. */
const chosenOf = (random: Random, first: Draft, second: Draft, most: number): number[] => {
  const still = new Set(paragraphsOf(second).map(({ section, paragraph }) => keyOf(section, paragraph)));
  const isUntouched = ({ section, paragraph }: { section: DraftSection; paragraph: DraftParagraph }): boolean =>
    still.has(keyOf(section, paragraph)) && wordsIn(paragraph).every(({ origin }) => !second.doubled.has(origin!));
  const paragraphs = paragraphsOf(first);
  const shuffled = random.shuffled(paragraphs.map((_, index) => index));
  const untouched = shuffled.filter((index) => isUntouched(paragraphs[index]!));
  const touched = shuffled.filter((index) => !isUntouched(paragraphs[index]!));
  return [...touched, ...untouched.slice(0, UNTOUCHED * most)].slice(0, most);
};

const casesOf = (random: Random, first: Draft, second: Draft, from: TextDocument, most: number): Case[] => {
  const destination = destinationOf(second);
  const paragraphs = paragraphsOf(first);
  const places = from.sections.flatMap((section) => section.paragraphs.map((paragraph) => ({ section, paragraph })));
  return chosenOf(random, first, second, most).map((paragraph) => {
    const words = wordsIn(paragraphs[paragraph]!.paragraph);
    const place = places[paragraph]!;
    const range = random.chance(0.4) ? someRange(random, words.length) : undefined;
    const anchor = anchorOf(place.section, place.paragraph, range && passageOf(words, range));
    return {
      anchor,
      paragraph,
      ...(range ? { range } : {}),
      label: labelOf(paragraphs, second.doubled, destination, paragraph, range),
    };
  });
};

/** Edits a first version so many times, and asks about at most so many of its paragraphs. */
export const edit = (seed: number, random: Random, first: Draft, edits: number, most: number): EditedDocument => {
  const second = copyOf(first);
  const names: string[] = [];
  for (let wanted = edits; wanted > 0; wanted--) {
    const [name, change] = random.pick(EDITS);
    if (change(second, random)) names.push(name);
  }
  const [from, to] = [toTextDocument(first), toTextDocument(second)];
  return { seed, edits: names, from, to, first, second, cases: casesOf(random, first, second, from, most) };
};

/** The document of a seed: five to sixty-four edits, one after the other, and up to fifty cases. */
export const editedDocument = (seed: number, prose: readonly Prose[]): EditedDocument => {
  const random = createRandom(seed);
  const first = firstVersion(random, prose);
  return edit(seed, random, first, 5 + random.below(60), PER_DOCUMENT);
};
