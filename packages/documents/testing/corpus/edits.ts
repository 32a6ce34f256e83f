import { type Draft, type DraftParagraph, type DraftSection, paragraphsOf, textOf, wordsIn } from './draft.ts';
import { anotherWord, newSentence, reworded } from './new-words.ts';
import type { Random } from './random.ts';

/** Changes a draft in place; says `false` where it found nothing to do. */
export type Edit = (draft: Draft, random: Random) => boolean;

interface Place {
  readonly section: DraftSection;
  readonly paragraph: DraftParagraph;
}

const choose = (draft: Draft, random: Random, fits: (place: Place) => boolean = () => true): Place | undefined => {
  const all = paragraphsOf(draft);
  // In a long document trying is faster than asking all.
  for (let tries = 0; tries < 20; tries++) {
    const place = random.pick(all);
    if (fits(place)) return place;
  }
  const found = all.filter(fits);
  return found.length > 0 ? random.pick(found) : undefined;
};

const isFree = ({ paragraph }: Place): boolean => !paragraph.kept;

const putInto = ({ paragraphs }: DraftSection, random: Random, paragraph: DraftParagraph): void => {
  paragraphs.splice(random.below(paragraphs.length + 1), 0, paragraph);
};

const takeFrom = ({ section, paragraph }: Place): void => {
  section.paragraphs = section.paragraphs.filter((other) => other !== paragraph);
};

/** Sections that never held the same text: else nobody could say which of the two was moved and which deleted. */
const sectionsWithout = ({ sections }: Draft, { section, paragraph }: Place): DraftSection[] => {
  const text = textOf(paragraph);
  return sections.filter(
    (other) => other !== section && !other.texts?.has(text) && other.paragraphs.every((one) => textOf(one) !== text),
  );
};

const moveParagraph: Edit = (draft, random) => {
  const place = choose(draft, random, isFree);
  const others = place ? sectionsWithout(draft, place) : [];
  if (!place || others.length === 0) return false;
  takeFrom(place);
  putInto(random.pick(others), random, place.paragraph);
  return true;
};

/** Where two places hold the same words nobody can say which of them was moved: that is no edit one could label. */
const isDouble = ({ doubled }: Draft, paragraph: DraftParagraph): boolean => {
  const words = wordsIn(paragraph);
  return words.filter(({ origin }) => origin !== undefined && doubled.has(origin)).length * 2 > words.length;
};

const moveWithin: Edit = (draft, random) => {
  const place = choose(
    draft,
    random,
    ({ section, paragraph }) => section.paragraphs.length > 2 && !isDouble(draft, paragraph),
  );
  if (!place) return false;
  takeFrom(place);
  putInto(place.section, random, place.paragraph);
  return true;
};

const moveSection: Edit = (draft, random) => {
  const from = random.below(draft.sections.length);
  const [section] = draft.sections.splice(from, 1);
  draft.sections.splice(random.below(draft.sections.length + 1), 0, section!);
  return true;
};

const split: Edit = (draft, random) => {
  const place = choose(draft, random, ({ paragraph }) => paragraph.sentences.length > 1);
  if (!place) return false;
  const { section, paragraph } = place;
  const at = 1 + random.below(paragraph.sentences.length - 1);
  const rest = { sentences: paragraph.sentences.splice(at), ...(paragraph.kept ? { kept: true } : {}) };
  section.paragraphs.splice(section.paragraphs.indexOf(paragraph) + 1, 0, rest);
  return true;
};

const merge: Edit = (draft, random) => {
  const place = choose(draft, random, ({ section, paragraph }) => section.paragraphs.at(-1) !== paragraph);
  if (!place) return false;
  const { section, paragraph } = place;
  const [next] = section.paragraphs.splice(section.paragraphs.indexOf(paragraph) + 1, 1);
  paragraph.sentences.push(...next!.sentences);
  paragraph.kept ||= next!.kept ?? false;
  return true;
};

const rephrase =
  (least: number, most: number): Edit =>
  (draft, random) => {
    // Rewritten beyond recognition it is as good as deleted.
    const place = choose(draft, random, (one) => most < 0.5 || isFree(one));
    if (!place) return false;
    const share = least + ((most - least) * random.below(100)) / 100;
    place.paragraph.sentences = place.paragraph.sentences.map((one) => reworded(random, one, share));
    return true;
  };

const deleteParagraph: Edit = (draft, random) => {
  const place = choose(draft, random, isFree);
  if (!place) return false;
  takeFrom(place);
  return true;
};

const deleteSentence: Edit = (draft, random) => {
  const place = choose(draft, random, (one) => isFree(one) && one.paragraph.sentences.length > 1);
  if (!place) return false;
  place.paragraph.sentences.splice(random.below(place.paragraph.sentences.length), 1);
  return true;
};

const deleteSection: Edit = (draft, random) => {
  const free = draft.sections.filter(({ level, paragraphs }) => level > 1 && paragraphs.every(({ kept }) => !kept));
  if (free.length < 4) return false;
  const gone = random.pick(free);
  draft.sections = draft.sections.filter((section) => section !== gone);
  return true;
};

const moveSentence: Edit = (draft, random) => {
  const place = choose(draft, random, (one) => isFree(one) && one.paragraph.sentences.length > 1);
  const other = choose(draft, random, ({ paragraph }) => paragraph !== place?.paragraph);
  if (!place || !other) return false;
  const [sentence] = place.paragraph.sentences.splice(random.below(place.paragraph.sentences.length), 1);
  other.paragraph.sentences.splice(random.below(other.paragraph.sentences.length + 1), 0, sentence!);
  return true;
};

const turnSentences: Edit = (draft, random) => {
  const place = choose(draft, random, ({ paragraph }) => paragraph.sentences.length > 1);
  place?.paragraph.sentences.reverse();
  return place !== undefined;
};

const insertParagraph: Edit = (draft, random) => {
  const sentences = Array.from({ length: 1 + random.below(3) }, () => newSentence(random));
  putInto(random.pick(draft.sections), random, { sentences });
  return true;
};

const insertSection: Edit = (draft, random) => {
  const sentences = [newSentence(random), newSentence(random)];
  const heading = `${1 + random.below(9)}.${1 + random.below(9)} ${random.pick(['Premessa', 'Quadro di riferimento', 'Nuove linee', 'Obiettivi'])}`;
  draft.sections.splice(random.below(draft.sections.length + 1), 0, { heading, level: 2, paragraphs: [{ sentences }] });
  return true;
};

const numbers = /\d+(?:\.\d+)?/u;

/** As after a chapter was put in before: every number one further. */
const renumber: Edit = (draft) => {
  for (const section of draft.sections)
    section.heading = section.heading.replace(numbers, (all) =>
      all.includes('.') ? `${Number(all.split('.')[0]) + 1}.${all.split('.')[1]}` : String(Number(all) + 1),
    );
  return true;
};

const renameHeading: Edit = (draft, random) => {
  const section = random.pick(draft.sections);
  const words = section.heading.split(' ').map((text) => ({ text }));
  section.heading = words.map((word) => (random.chance(0.5) ? anotherWord(random, word) : word).text).join(' ');
  return true;
};

const doubleWords = (draft: Draft, paragraph: DraftParagraph): void => {
  for (const { origin } of wordsIn(paragraph)) if (origin !== undefined) draft.doubled.add(origin);
  paragraph.kept = true;
};

/** A look-alike elsewhere, equal or with some other words, and now and then the original reworded besides. */
const copy =
  (shareOfCopy: number, shareOfOriginal: number): Edit =>
  (draft, random) => {
    const place = choose(draft, random);
    if (!place) return false;
    const others = sectionsWithout(draft, place);
    if (others.length === 0) return false;
    const { paragraph } = place;
    const copied = paragraph.sentences.map((one) => reworded(random, one, shareOfCopy).map(({ text }) => ({ text })));
    doubleWords(draft, paragraph);
    paragraph.sentences = paragraph.sentences.map((one) => reworded(random, one, shareOfOriginal));
    putInto(random.pick(others), random, { sentences: copied, kept: true });
    return true;
  };

/** Two look-alikes of different sections exchange the words in which they differ: each now reads as the other did. */
const swapDifferences: Edit = (draft, random) => {
  const one = choose(draft, random, ({ paragraph }) => isDouble(draft, paragraph));
  if (!one) return false;
  const length = wordsIn(one.paragraph).length;
  const other = choose(draft, random, ({ section, paragraph }) => {
    if (section === one.section || !isDouble(draft, paragraph) || wordsIn(paragraph).length !== length) return false;
    const differences = wordsIn(paragraph).filter(({ text }, at) => text !== wordsIn(one.paragraph)[at]!.text).length;
    return differences > 0 && differences * 3 < length;
  });
  if (!other) return false;
  const [a, b] = [wordsIn(one.paragraph), wordsIn(other.paragraph)];
  const take = (own: typeof a, others: typeof a) =>
    own.map((token, at) => (others[at]!.text === token.text ? token : { text: others[at]!.text }));
  one.paragraph.sentences = [take(a, b)];
  other.paragraph.sentences = [take(b, a)];
  one.paragraph.kept = other.paragraph.kept = true;
  return true;
};

const retypeset: Edit = (draft, random) => {
  const place = choose(draft, random);
  if (!place) return false;
  place.paragraph.sentences = place.paragraph.sentences.map((sentence) =>
    sentence.map(({ text, ...rest }) => ({
      ...rest,
      text: random.chance(0.2) ? `${text.replace(/[,;:.]$/u, '')},` : text,
    })),
  );
  return true;
};

/** All edits by name. A name more than once makes the edit more frequent. */
export const EDITS: readonly (readonly [string, Edit])[] = [
  ['move', moveParagraph],
  ['move', moveParagraph],
  ['move-within', moveWithin],
  ['move-section', moveSection],
  ['split', split],
  ['split', split],
  ['merge', merge],
  ['merge', merge],
  ['rephrase-lightly', rephrase(0.03, 0.15)],
  ['rephrase-lightly', rephrase(0.03, 0.15)],
  ['rephrase', rephrase(0.15, 0.4)],
  ['rephrase', rephrase(0.15, 0.4)],
  ['rewrite', rephrase(0.5, 1)],
  ['delete', deleteParagraph],
  ['delete', deleteParagraph],
  ['delete-sentence', deleteSentence],
  ['delete-section', deleteSection],
  ['move-sentence', moveSentence],
  ['turn-sentences', turnSentences],
  ['insert', insertParagraph],
  ['insert-section', insertSection],
  ['renumber', renumber],
  ['rename', renameHeading],
  ['copy', copy(0, 0)],
  ['copy-reworded', copy(0.15, 0)],
  ['copy-and-reword', copy(0, 0.2)],
  ['swap-differences', swapDifferences],
  ['retypeset', retypeset],
];
