/** One figure of issue 2 as a table row; every cell is text ready to print, but `reached`. */
export interface Row {
  readonly name: string;
  readonly measured: string;
  /** What the limit (plain HTML or bare Lit) measured in the same run, or "–". */
  readonly floor: string;
  /** The best peer's figure, quoted from the design pages unless measured here. */
  readonly peer: string;
  readonly target: string;
  /** `undefined` where the row is only information, without a target. */
  readonly reached: boolean | undefined;
}

/** What every bench returns: `pnpm bench NAME` prints it and keeps it in `results/`. */
export interface Table {
  /** The name on the command line, and the key in `results/latest.json`. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** How it was measured, and what the figures do not say. */
  readonly notes: readonly string[];
  /** The raw figures behind the rows, JSON-safe, for comparison between runs. */
  readonly raw?: unknown;
}

/** What `run` of every bench is given. */
export interface BenchOptions {
  /** Fewer repetitions: for a look, not for a claim. */
  readonly quick: boolean;
}

/** `export const run: Bench` is what a module of this folder provides. */
export type Bench = (options: BenchOptions) => Promise<Table>;

/** A row whose target is an upper limit. */
export function atMost(
  name: string,
  value: number,
  limit: number,
  show: (value: number) => string,
  quoted: { floor?: string; peer?: string } = {},
): Row {
  return {
    name,
    measured: show(value),
    floor: quoted.floor ?? '–',
    peer: quoted.peer ?? '–',
    target: `≤ ${show(limit)}`,
    reached: value <= limit,
  };
}

/**
 * A row for an absolute figure, as a ratio: milliseconds depend on the machine. `quoted` is the figure that is asked for
 * and the floor that the design's machine had; what is measured here is held to the floor of the same run.
 */
export function asToTheFloor(name: string, ratio: number, quoted: { asked: number; floor: number }): Row {
  return atMost(name, ratio, quoted.asked / quoted.floor, (value) => `${value.toFixed(2)}×`, { floor: '1' });
}

/** A row whose target is a lower limit. */
export function atLeast(
  name: string,
  value: number,
  limit: number,
  show: (value: number) => string,
  quoted: { floor?: string; peer?: string } = {},
): Row {
  return {
    ...atMost(name, value, limit, show, quoted),
    target: `≥ ${show(limit)}`,
    reached: value >= limit,
  };
}

/** A row without a target. */
export function information(name: string, measured: string, floor = '–', peer = '–'): Row {
  return { name, measured, floor, peer, target: '–', reached: undefined };
}
