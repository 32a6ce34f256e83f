/**
 * A word that stands this often on both sides together (the product) is not worth its pairs: it is only matched beside
 * other words. So long texts of few words stay fast.
 */
const MOST_PAIRS = 4096;

/** Where each value stands, the last place first. */
const placesOf = (values: readonly number[], from: number, to: number): Map<number, number[]> => {
  const places = new Map<number, number[]>();
  for (let at = to - 1; at >= from; at--) {
    const list = places.get(values[at]!);
    if (list) list.push(at);
    else places.set(values[at]!, [at]);
  }
  return places;
};

/** The first index of a rising list whose value is not below `value`. */
const lowerBound = (list: readonly number[], value: number): number => {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

interface Link {
  readonly before: number;
  readonly after: number;
  readonly last: Link | undefined;
}

/** Hunt and Szymanski, 1977: time follows the number of equal pairs, which for prose is a few per word. */
const longestSequence = (
  before: readonly number[],
  places: Map<number, number[]>,
  from: number,
  to: number,
): Link | undefined => {
  const often = new Map<number, number>();
  for (let at = from; at < to; at++) often.set(before[at]!, (often.get(before[at]!) ?? 0) + 1);
  const ends: number[] = [];
  const links: Link[] = [];
  for (let at = from; at < to; at++) {
    const there = places.get(before[at]!) ?? [];
    if (there.length * often.get(before[at]!)! > MOST_PAIRS) continue;
    for (const after of there) {
      const length = lowerBound(ends, after);
      if (ends[length] === after) continue;
      ends[length] = after;
      links[length] = { before: at, after, last: links[length - 1] };
    }
  }
  return links.at(-1);
};

/** Matches equal neighbours of what is matched, forwards and backwards. */
const extend = (kept: Int32Array, before: readonly number[], after: readonly number[]): void => {
  const taken = new Uint8Array(after.length);
  for (const index of kept) if (index !== -1) taken[index] = 1;
  const match = (at: number, index: number): void => {
    if (kept[at] !== -1 || index < 0 || index >= after.length || taken[index] || before[at] !== after[index]) return;
    kept[at] = index;
    taken[index] = 1;
  };
  for (let at = 1; at < before.length; at++) if (kept[at - 1] !== -1) match(at, kept[at - 1]! + 1);
  for (let at = before.length - 2; at >= 0; at--) if (kept[at + 1] !== -1) match(at, kept[at + 1]! - 1);
};

/**
 * For each value of `before`, the index of the value of `after` that it became in a longest common sequence, or -1;
 * the indices rise. Values below 0 are never matched by themselves, only beside others.
 */
export const commonWords = (before: readonly number[], after: readonly number[]): Int32Array => {
  const kept = new Int32Array(before.length).fill(-1);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) kept[start] = start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
    kept[before.length - end] = after.length - end;
  }
  const places = placesOf(after, start, after.length - end);
  for (const value of places.keys()) if (value < 0) places.delete(value);
  for (let link = longestSequence(before, places, start, before.length - end); link; link = link.last)
    kept[link.before] = link.after;
  extend(kept, before, after);
  return kept;
};
