import { join } from 'node:path';
import { countsFile, readCounts } from './counts.mjs';
import { projectNode, root } from './paths.mjs';
import { run } from './run.mjs';
import { settle } from './second-run.mjs';

/**
 * Runs test files (globs; without any, the runner's `options` choose) in a real browser and answers what was counted.
 * `engine` names one besides Chromium, with its programs.
 */
export async function runBrowserTests({ files = [], options = [], chromium = '', engine }) {
  const first = await runOnce({ files, options, chromium, engine });
  return settle(first, (failed) => runOnce({ files: failed, options: [], chromium, engine }));
}

async function runOnce({ files, options, chromium, engine }) {
  const counted = countsFile(engine ? `browser-${engine.name}` : 'browser');
  const code = await run(
    projectNode(),
    [
      '--disable-warning=ExperimentalWarning', // stripping types is one, and we pin the Node it is in
      join(root, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
      '--config',
      join(root, 'packages', 'config', 'wtr.config.mjs'),
      ...options,
    ],
    {
      env: {
        ...process.env,
        CHROME_PATH: chromium,
        CMTO_ENGINE: engine ? JSON.stringify(engine) : '',
        CMTO_TEST_COUNTS: counted,
        CMTO_TEST_FILES: files.join('\n'),
      },
    },
  );
  return readCounts(counted, code);
}
