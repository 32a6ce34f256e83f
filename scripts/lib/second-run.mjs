import { say } from './say.mjs';

/** More files than this do not fail by chance. */
const MOST_FILES = 3;

/** What several test files share is none by itself: alone, nothing would run, and nothing fail. */
const isTestFile = (file) => /\.test\.\w+$/.test(file);

const isSame = (a) => (b) => a.file === b.file && a.name === b.name;

/**
 * In CI, runs the few test files in which something failed once more, by themselves. What fails again has failed; what
 * passes then is kept apart as unsteady and named at the end, where nobody overlooks it (decision 26). Anyone else's
 * run tells of every failure at once.
 */
export async function settle(counts, runAgain) {
  const files = [...new Set(counts.failures.map(({ file }) => file))];
  const isNamed = ({ failures, failed }) => failures.length === failed;
  const areFew = files.length > 0 && files.length <= MOST_FILES;
  if (process.env.CI !== 'true' || !areFew || !files.every(isTestFile) || !isNamed(counts)) return counts;
  say(`Failed, and run once more by itself: ${files.join(', ')}`);
  const { failed, failures, ...again } = await runAgain(files);
  if (!isNamed({ failed, failures }) || again.passed + failed === 0) return counts;
  const unsteady = counts.failures.filter((failure) => !failures.some(isSame(failure)));
  return { ...counts, passed: counts.passed + counts.failed - failed, failed, failures, unsteady };
}
