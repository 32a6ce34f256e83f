import { root } from './paths.mjs';
import { run, runQuietly } from './run.mjs';
import { readManifest } from './workspace.mjs';

/** pnpm and its version, as pinned in the one place: `packageManager` in package.json. */
export const pinnedPnpm = readManifest(root).packageManager;

const onWindows = process.platform === 'win32';
const npx = onWindows ? 'npx.cmd' : 'npx';
const wordsOf = (args) => ['--yes', '--loglevel=error', pinnedPnpm, ...args];
// .cmd files need a shell.
const optionsOf = (env) => ({ env, shell: onWindows });

/** Runs the pinned pnpm, fetched by npx where it is not there yet, so that nobody has to install it. */
export const runPnpm = (args, env = process.env) => run(npx, wordsOf(args), optionsOf(env));

/** The same, its output kept: for what only matters when it fails. */
export const runPnpmQuietly = (args, env = process.env) => runQuietly(npx, wordsOf(args), optionsOf(env));
