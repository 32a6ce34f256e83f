import { globSync } from 'node:fs';
import { countsFile, nothing, readCounts } from './counts.mjs';
import { projectNode, root } from './paths.mjs';
import { run } from './run.mjs';
import { settle } from './second-run.mjs';

/**
 * Runs test files with Node's own runner, shows what it says, and answers what was counted. `only` says which of the
 * suite's own files to run, `setup` is a module with `globalSetup` and `globalTeardown`.
 */
export async function runNodeTests(suite, patterns, { only = () => true, ...how }) {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? globSync(given, { cwd: root }) : globSync(patterns, { cwd: root }).filter(only);
  files.sort();
  if (files.length === 0) {
    console.error(`No test files match: ${(given.length > 0 ? given : patterns).join(', ')}`);
    return { ...nothing(), failed: 1 };
  }
  return settle(await runOnce(suite, files, how), (failed) => runOnce(suite, failed, how));
}

async function runOnce(suite, files, { timeout, concurrency, setup, env = {} }) {
  const counted = countsFile(suite);
  const code = await run(
    projectNode(),
    [
      '--test',
      `--test-timeout=${timeout}`,
      `--test-concurrency=${concurrency}`,
      ...(setup ? [`--test-global-setup=${setup}`] : []),
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/lib/count-reporter.mjs',
      `--test-reporter-destination=${counted}`,
      ...files,
    ],
    // One clock for every machine: days, deadlines and register years are Rome's. And nobody's own database: what a test
    // starts runs on the embedded one, unless the suite says otherwise.
    { env: { ...process.env, TZ: 'Europe/Rome', DATABASE_URL: '', ...env } },
  );
  return readCounts(counted, code);
}
