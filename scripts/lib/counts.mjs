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
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (existsSync(file)) Object.assign(counts, JSON.parse(readFileSync(file, 'utf8')));
  if (counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

/** Sum of several suites' counts. */
export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The one plain line everything closes with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
