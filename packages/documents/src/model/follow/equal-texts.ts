import { type Keyed, noPairs, pairUnique, type Pairs } from './pairs.ts';
import { pairParts } from './parts.ts';
import type { Prose, Unit } from './prose.ts';
import { pairRuns } from './runs.ts';

/** Paragraphs whose text is the same in both versions, and the sections that are the same. */
export interface Equal {
  readonly units: Pairs;
  readonly parts: Pairs;
}

/** Shorter texts ("Vedi sopra.") can be written anew anywhere: they need their section or their neighbours. */
export const TELLING_WORDS = 6;

const byText = ({ index, paragraph }: Unit): Keyed => [index, paragraph.text];

/**
 * Pairs what is equal in both versions wherever its text, its section or its neighbours leave no choice. A paragraph
 * that resembles another one of either version (`hasDouble`) is no witness by its text alone.
 */
export const pairEqual = (from: Prose, to: Prose, hasDouble: (unit: number, other: number) => boolean): Equal => {
  const equal: Equal = {
    units: noPairs(from.units.length, to.units.length),
    parts: noPairs(from.parts.length, to.parts.length),
  };
  const tells = (index: number, other: number): boolean =>
    from.units[index]!.words.length >= TELLING_WORDS && !hasDouble(index, other);
  pairUnique(equal.units, from.units.map(byText), to.units.map(byText), tells);
  // What the first round finds out about sections lets the second one place what stands in them.
  for (let round = 0; round < 2; round++) {
    pairParts(from, to, equal);
    for (const { index, units } of from.parts) {
      const other = to.parts[equal.parts.forth[index]!];
      if (other) pairUnique(equal.units, units.map(byText), other.units.map(byText));
    }
    pairRuns(from, to, equal);
  }
  return equal;
};
