import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function tally(suite, counts, file) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else fail(counts, file, test.name);
  }
  for (const inner of suite?.suites ?? []) tally(inner, counts, file);
}

function fail(counts, file, name) {
  counts.failed += 1;
  counts.failures.push({ file, name });
}

/**
 * Writes what ran as JSON for the script that sums all suites up, with the names of what failed; a file that broke
 * before any test counts as one failure.
 */
export function countReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const session of sessions) {
        const before = counts.failed;
        const tested = relative(process.cwd(), session.testFile);
        tally(session.testResults, counts, tested);
        if (!session.passed && counts.failed === before) fail(counts, tested, 'could not be run');
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
