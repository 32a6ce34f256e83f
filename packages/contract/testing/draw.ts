import fc from 'fast-check';

/** Draws small decisions from a fast-check generator. */
export interface Draw {
  int(min: number, max: number): number;
  maybe(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  from<T>(arbitrary: () => fc.Arbitrary<T>): T;
}

export const drawing = (gen: fc.GeneratorValue): Draw => {
  const int = (min: number, max: number): number => gen(fc.integer, { min, max });
  return {
    int,
    maybe: (share) => int(1, 100) <= share * 100,
    pick: (from) => from[int(0, from.length - 1)]!,
    from: (arbitrary) => gen(arbitrary),
  };
};
