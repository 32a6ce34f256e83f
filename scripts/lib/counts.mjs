import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { memory } from './paths.mjs';

/** The file in which the runner of a suite leaves its counts; removed first, so that old figures are never read. */
export function countsFile(suite) {
  mkdirSync(memory, { recursive: true });
  const file = join(memory, `counts-${suite}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * What a suite's runner counted. A runner that left nothing behind crashed: one failure. One that ends badly though
 * every test passed, or that ran nothing at all, is a failure too.
 */
export function readCounts(file, exitCode) {
  const counts = nothing();
  if (existsSync(file)) Object.assign(counts, JSON.parse(readFileSync(file, 'utf8')));
  if (counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

/**
 * Counts of no test at all. `failures` and `unsteady` name tests as `{file, name, why}`: those that failed, and those
 * that passed only when their file was run a second time.
 */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] });

/** Sum of several suites' counts. */
export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      failures: [...sum.failures, ...(one.failures ?? [])],
      unsteady: [...sum.unsteady, ...(one.unsteady ?? [])],
    }),
    nothing(),
  );
}

/** As much of an error as tells what went wrong, once the log above is gone. */
const MOST_OF_A_REASON = 600;

const named = (tests) =>
  tests.flatMap(({ file, name, why }) => [
    `  ${file}: ${name}`,
    ...(why ? [`    ${why.slice(0, MOST_OF_A_REASON)}`] : []),
  ]);

/** What is worth a look after a run, a line each: nothing when every test passed at once. */
export function worthALook({ failures, unsteady }) {
  return [
    ...(failures.length > 0 ? ['Failed:', ...named(failures)] : []),
    ...(unsteady.length > 0 ? ['Unsteady, passed only when run again:', ...named(unsteady)] : []),
  ];
}

/** The one plain line everything closes with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
