import { edit, type EditedDocument } from './cases.ts';
import type { Draft, DraftSection, Sentence } from './draft.ts';
import { firstVersion } from './first-version.ts';
import { createRandom } from './random.ts';

const SECTION = 10;

/**
 * A plan of three hundred pages and its second version: so many paragraphs in sections of ten, each of two to four
 * sentences of the corpus's prose with half of its words exchanged, the last one repeated under every heading.
 */
export const largePlan = (seed: number, paragraphs: number, edits: number, observations: number): EditedDocument => {
  const random = createRandom(seed);
  const prose = firstVersion(random, ['piano', 'costituzione']);
  const sentences = prose.sections.flatMap((section) => section.paragraphs.flatMap((one) => one.sentences));
  const vocabulary = sentences.flat().map(({ text }) => text);
  let words = 0;
  const written = (sentence: Sentence, share: number): Sentence =>
    sentence.map(({ text }) => ({ text: random.chance(share) ? random.pick(vocabulary) : text, origin: words++ }));
  const doubled = new Set<number>();
  const sections = Array.from({ length: paragraphs / SECTION }, (_, origin): DraftSection => {
    const own = Array.from({ length: SECTION - 1 }, () => ({
      sentences: Array.from({ length: 2 + random.below(3) }, () => written(random.pick(sentences), 0.5)),
    }));
    const repeated = written(sentences[0]!, 0);
    for (const { origin: word } of repeated) doubled.add(word!);
    return {
      heading: `${origin + 1} ${random.pick(vocabulary)} ${random.pick(vocabulary)}`,
      level: 2,
      origin,
      paragraphs: [...own, { sentences: [repeated] }],
    };
  });
  const first: Draft = { sections, doubled };
  return edit(seed, random, first, edits, observations);
};
