import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function tally(suite, counts, file, browser) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else fail(counts, file, `${test.name} [${browser}]`, test.error?.message);
  }
  for (const inner of suite?.suites ?? []) tally(inner, counts, file, browser);
}

function fail(counts, file, name, why = '') {
  counts.failed += 1;
  counts.failures.push({ file, name, why });
}

/**
 * Writes what ran as JSON for the script that sums all suites up, with the names of what failed and why; a file that broke
 * before any test counts as one failure.
 */
export function countReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const session of sessions) {
        const before = counts.failed;
        const tested = relative(process.cwd(), session.testFile);
        tally(session.testResults, counts, tested, session.browser.name);
        if (!session.passed && counts.failed === before)
          fail(counts, tested, 'could not be run', session.errors[0]?.message);
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
