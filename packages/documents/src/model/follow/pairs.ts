/** One-to-one pairs between the two versions, by index; -1 where there is none (yet). */
export interface Pairs {
  readonly forth: Int32Array;
  readonly back: Int32Array;
}

export const noPairs = (from: number, to: number): Pairs => ({
  forth: new Int32Array(from).fill(-1),
  back: new Int32Array(to).fill(-1),
});

/** Pairs two that are both free; anything else is left as it is. */
export const pair = ({ forth, back }: Pairs, from: number, to: number): void => {
  if (forth[from] !== -1 || back[to] !== -1) return;
  forth[from] = to;
  back[to] = from;
};

/** An index with the key it is looked for by; without one it is not looked for. */
export type Keyed = readonly [index: number, key: string | undefined];

/** Pairs what has a key that occurs once on either side, if both are still free and `may` agrees. */
export const pairUnique = (
  pairs: Pairs,
  from: readonly Keyed[],
  to: readonly Keyed[],
  may: (from: number, to: number) => boolean = () => true,
): void => {
  const there = once(to);
  for (const [key, index] of once(from)) {
    const other = there.get(key) ?? -1;
    if (index >= 0 && other >= 0 && may(index, other)) pair(pairs, index, other);
  }
};

/** Key to index; -1 where the key occurs more than once. */
const once = (entries: readonly Keyed[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const [index, key] of entries) if (key !== undefined) found.set(key, found.has(key) ? -1 : index);
  return found;
};
