/** The value below which `share` (0 to 1) of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle value; of two, their mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? Number.NaN) + sorted[middle]!) / 2;
}

/** `460 ms`. */
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
/** `16.2 kB`: thousands, not 1024. */
export const kB = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
/** `18.3 MB`. */
export const MB = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
/** `1.07×`. */
export const times = (value: number): string => `${value.toFixed(2)}×`;
/** A plain count. */
export const count = (value: number): string => `${value}`;
