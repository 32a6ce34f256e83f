import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mayReplace } from '../../src/results/refresh.ts';
import { hideOptions, hidePartition, type Verdict } from '../../src/results/suppression.ts';

const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

/** What a reader sees: the shown counts, the reasons, and the total, which other questions give away. */
const seen = (counts: readonly number[], verdicts: readonly Verdict[], total: number): string =>
  JSON.stringify([total, counts.map((count, cell) => verdicts[cell] ?? count)]);

/**
 * An adversary who knows the rule but not the secret order: for everything that may be read, the values that each
 * hidden cell can have, over all tables and all orders that would read the same.
 */
function possibleValues(
  tables: Iterable<readonly number[]>,
  hide: (counts: readonly number[], order: readonly number[]) => Verdict[],
  total: (counts: readonly number[]) => number,
): Map<string, Set<number>[]> {
  const possible = new Map<string, Set<number>[]>();
  for (const counts of tables) {
    for (const order of permutations(counts.map((_, cell) => cell))) {
      const text = seen(counts, hide(counts, order), total(counts));
      const values = possible.get(text) ?? counts.map(() => new Set<number>());
      possible.set(text, values);
      counts.forEach((count, cell) => values[cell]!.add(count));
    }
  }
  return possible;
}

function* tablesUpTo(cells: number, largest: number, most = Infinity): Generator<number[]> {
  if (cells === 0) return yield [];
  for (let count = 0; count <= Math.min(largest, most); count += 1) {
    for (const rest of tablesUpTo(cells - 1, largest, most - count)) yield [count, ...rest];
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('hidePartition', () => {
  for (const [cells, most] of [
    [2, 40],
    [3, 30],
    [4, 22],
  ] as const) {
    it(`leaves every small cell at least two possible values, knowing rule and total (${cells} cells)`, () => {
      const threshold = 5;
      // All tables of each total: none is missing that would read the same.
      const tables = tablesUpTo(cells, most, most);
      const possible = possibleValues(tables, (counts, order) => hidePartition(counts, threshold, order), sum);
      let hidden = 0;
      for (const [text, values] of possible) {
        const [total, read] = JSON.parse(text) as [number, (number | string)[]];
        // Of fewer people than the threshold nothing is published at all.
        if (total < threshold) continue;
        read.forEach((cell, at) => {
          if (typeof cell === 'number') return assert.ok(cell >= threshold, text);
          hidden += 1;
          const found = [...values[at]!];
          assert.ok(found.length > 1 || found[0]! >= threshold, `${text}: cell ${at} must be ${found}`);
        });
      }
      assert.ok(hidden > 10, `${hidden} hidden cells`);
    });
  }

  it('shows a table as it is where every cell is large enough', () => {
    assert.deepEqual(hidePartition([10, 25, 300], 10, [2, 0, 1]), [null, null, null]);
  });

  it('hides one more beside a small cell, and all where that is not enough', () => {
    assert.deepEqual(hidePartition([3, 25, 300], 10, [2, 0, 1]), ['threshold', null, 'complement']);
    assert.deepEqual(hidePartition([0, 10], 10, [0, 1]), ['threshold', 'threshold']);
    assert.deepEqual(hidePartition([3, 4, 5], 10, [2, 0, 1]), ['threshold', 'threshold', 'threshold']);
  });
});

describe('hideOptions', () => {
  it('shows no option that few named or few left out', () => {
    assert.deepEqual(hideOptions([50, 95, 40, 30], 100, 10, [3, 2, 1, 0]), [null, 'threshold', null, 'complement']);
    assert.deepEqual(hideOptions([50, 4, 40], 100, 10, [0, 1, 2]), ['complement', 'threshold', null]);
  });

  for (const named of [1, 2]) {
    it(`leaves every small cell at least two possible values, also where everybody names exactly ${named}`, () => {
      const [threshold, answered] = [5, 22];
      const tables = [...tablesUpTo(3, answered)].filter((counts) => sum(counts) === named * answered);
      const hide = (counts: readonly number[], order: readonly number[]) =>
        hideOptions(counts, answered, threshold, order);
      let hidden = 0;
      for (const [text, values] of possibleValues(tables, hide, sum)) {
        const [, read] = JSON.parse(text) as [number, (number | string)[]];
        read.forEach((cell, at) => {
          if (typeof cell === 'number') return assert.ok(cell >= threshold && answered - cell >= threshold, text);
          hidden += 1;
          const [only, ...others] = values[at]!;
          const small = only! < threshold || answered - only! < threshold;
          assert.ok(others.length > 0 || !small, `${text}: option ${at} must be ${only}`);
        });
      }
      assert.ok(hidden > 10, `${hidden} hidden cells`);
    });
  }
});

describe('mayReplace', () => {
  const table = (counts: readonly number[], threshold: number) => ({
    tally: { kind: 'partition' as const, answered: sum(counts), counts, sums: [] },
    verdicts: hidePartition(
      counts,
      threshold,
      counts.map((_, cell) => cell),
    ),
  });

  it('never lets two readings be subtracted to a small cell', () => {
    const counts = fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 5 });
    const rounds = fc.array(fc.array(fc.nat({ max: 25 }), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(counts, rounds, (start, additions) => {
        const threshold = 5;
        let told = table(start, threshold);
        let now = start;
        for (const addition of additions) {
          now = now.map((count, cell) => count + addition[cell]!);
          const next = table(now, threshold);
          if (!mayReplace(told, next, threshold)) continue;
          if (sum(now) === told.tally.answered) continue;
          const differences = now.map((count, cell) => ({
            shown: told.verdicts[cell] === null && next.verdicts[cell] === null,
            difference: count - told.tally.counts[cell]!,
          }));
          const rest = sum(differences.filter(({ shown }) => !shown).map(({ difference }) => difference));
          for (const { shown, difference } of differences) if (shown) assert.ok(difference >= threshold);
          if (differences.some(({ shown }) => !shown)) assert.ok(rest >= threshold);
          told = next;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the earlier figures until enough have come, then renews them', () => {
    const before = table([20, 30], 10);
    assert.equal(mayReplace(before, table([25, 34], 10), 10), false);
    assert.equal(mayReplace(before, table([30, 34], 10), 10), false);
    assert.equal(mayReplace(before, table([30, 40], 10), 10), true);
  });
});
