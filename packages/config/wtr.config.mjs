import { globSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { summaryReporter } from '@web/test-runner';
import { browser } from './browser-tests/browser.mjs';
import { browserCommands } from './browser-tests/browser-commands.mjs';
import { countReporter } from './browser-tests/count-reporter.mjs';
import { firefoxLauncher } from './browser-tests/engines/firefox.mjs';
import { webkitLauncher } from './browser-tests/engines/webkit.mjs';
import { mockWorker } from './browser-tests/mock-worker.mjs';
import { pagePolicy } from './browser-tests/page-policy.mjs';
import { testPage } from './browser-tests/page.mjs';
import { stripTypes } from './browser-tests/strip-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One group per package that has browser tests, named after the folder: `--group core` runs one alone. */
function groups() {
  return readdirSync(`${root}packages`)
    .map((name) => ({ name, files: `packages/${name}/test/browser/**/*.test.ts`, testRunnerHtml: testPage }))
    .filter(({ files }) => globSync(files, { cwd: root }).length > 0);
}

const { CHROME_PATH, CMTO_ENGINE, CMTO_TEST_COUNTS, CMTO_TEST_FILES } = process.env;

/** Chromium, unless the script that runs us has found another engine: its name and programs, as JSON. */
function launcher() {
  if (!CMTO_ENGINE) return browser(CHROME_PATH);
  const { name, programs } = JSON.parse(CMTO_ENGINE);
  return name === 'firefox' ? firefoxLauncher(programs.browser) : webkitLauncher(programs);
}

export default {
  rootDir: root,
  ...(CMTO_TEST_FILES ? { files: CMTO_TEST_FILES.split('\n') } : { groups: groups() }),
  testRunnerHtml: testPage,
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [launcher()],
  concurrency: 2,
  // Redrawing lines is for a person watching; a log gets plain ones.
  staticLogging: !process.stdout.isTTY,
  middleware: [pagePolicy, mockWorker],
  plugins: [stripTypes(), browserCommands()],
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  testsFinishTimeout: 300_000,
  browserStartTimeout: 60_000,
  reporters: [summaryReporter({}), ...(CMTO_TEST_COUNTS ? [countReporter(CMTO_TEST_COUNTS)] : [])],
};
