/** Which of the values belong to one longest rising sequence: those that kept their order while others moved. */
export const risingOf = (values: readonly number[]): boolean[] => {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, value] of values.entries()) {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  }
  const rising = values.map(() => false);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) rising[at] = true;
  return rising;
};
