import { type Draft, paragraphsOf, type Token, wordsIn } from './draft.ts';

/** What is true of a case, from the words that the edits carried along; the algorithm has no part in it. */
export interface Label {
  /** Paragraphs of the second version (by their order) with words of what was anchored, and how many. */
  readonly flow: ReadonlyMap<number, number>;
  /** The same for the whole paragraph, where a passage of it was anchored. */
  readonly paragraphFlow: ReadonlyMap<number, number>;
  /** How many words were anchored. */
  readonly words: number;
  /** The share of them that are still there. */
  readonly survived: number;
  /** The share of them that stand in a look-alike, too. */
  readonly doubled: number;
  /** Whether a word diff can decide it: see `isDecidable`. */
  readonly isDecidable: boolean;
}

/** The second version, by where each word of the first one went. */
export interface Destination {
  /** Word of the first version to paragraph of the second one. */
  readonly paragraphOf: ReadonlyMap<number, number>;
  /** By paragraph of the second version, how many of its words are new. */
  readonly newWords: readonly number[];
}

export const destinationOf = (second: Draft): Destination => {
  const paragraphOf = new Map<number, number>();
  const newWords = paragraphsOf(second).map(({ paragraph }, index) => {
    let fresh = 0;
    for (const { origin } of wordsIn(paragraph)) {
      if (origin === undefined) fresh++;
      else paragraphOf.set(origin, index);
    }
    return fresh;
  });
  return { paragraphOf, newWords };
};

const flowOf = ({ paragraphOf }: Destination, words: readonly Token[]): Map<number, number> => {
  const flow = new Map<number, number>();
  for (const { origin } of words) {
    const there = paragraphOf.get(origin!);
    if (there !== undefined) flow.set(there, (flow.get(there) ?? 0) + 1);
  }
  return flow;
};

/** The paragraph with the most of the words; -1 where none is left. */
export const mostOf = (flow: ReadonlyMap<number, number>): number => {
  let most = -1;
  for (const [index, words] of flow) if (words > (flow.get(most) ?? 0)) most = index;
  return most;
};

/** The most words that one paragraph holds, together with the paragraphs next to it: a split leaves them beside it. */
const together = (flow: ReadonlyMap<number, number>): number => {
  const most = mostOf(flow);
  return [most - 1, most, most + 1].reduce((sum, index) => sum + (flow.get(index) ?? 0), 0);
};

/** Neighbours in the second version with so many new words that they may be a rewriting of what was deleted. */
const isReplaced = ({ newWords }: Destination, before: number, after: number, words: number): boolean => {
  const places = new Set([before, before + 1, after - 1, after]);
  if (after > before && after - before < 6) for (let at = before; at <= after; at++) places.add(at);
  return [...places].some((at) => (newWords[at] ?? 0) >= words * 0.4);
};

/**
 * A case is decidable by a word diff where a person who sees only the two texts has no choice: six words in ten stand
 * together at one place, or none is left and nothing new was put there; seven in ten have no look-alike; and there are
 * eight of them (of a passage: four in a decidable paragraph).
 */
const isDecidable = (label: Omit<Label, 'isDecidable'>, least: number, isReplacedThere: boolean): boolean => {
  const { flow, words, survived, doubled } = label;
  if (words < least || doubled > 0.3) return false;
  return survived === 0 ? !isReplacedThere : together(flow) >= words * 0.6;
};

/** The label of a paragraph (by its order in the first version), or of its words from `first` to `last`. */
export const labelOf = (
  all: ReturnType<typeof paragraphsOf>,
  doubled: ReadonlySet<number>,
  destination: Destination,
  index: number,
  range?: { readonly first: number; readonly last: number },
): Label => {
  const words = wordsIn(all[index]!.paragraph);
  const paragraphFlow = flowOf(destination, words);
  const around = (at: number): number => (all[at] ? mostOf(flowOf(destination, wordsIn(all[at].paragraph))) : -1);
  const measure = (some: readonly Token[]): Omit<Label, 'isDecidable'> => {
    const flow = flowOf(destination, some);
    const there = [...flow.values()].reduce((sum, count) => sum + count, 0);
    const twice = some.filter(({ origin }) => doubled.has(origin!)).length;
    return { flow, paragraphFlow, words: some.length, survived: there / some.length, doubled: twice / some.length };
  };
  const whole = measure(words);
  const isWholeDecidable = isDecidable(
    whole,
    8,
    isReplaced(destination, around(index - 1), around(index + 1), words.length),
  );
  if (!range) return { ...whole, isDecidable: isWholeDecidable };
  const passage = measure(words.slice(range.first, range.last + 1));
  // Nothing of the passage is left though its paragraph is: then that is what is to be said of it.
  return { ...passage, isDecidable: isWholeDecidable && isDecidable(passage, 4, false) };
};
