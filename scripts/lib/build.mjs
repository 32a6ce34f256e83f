import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runPnpmQuietly } from './pnpm.mjs';
import { say } from './say.mjs';
import { filesBelow, hashFiles, isStamped, leaveStamp } from './stamp.mjs';
import { workspaceFolders } from './workspace.mjs';

// Nothing of these ends up in what is built.
const NEVER_BUILT = ['server', 'testing', 'config'].map((name) => join(root, 'packages', name));

function sources() {
  const folders = [join(root, 'packages'), join(root, 'demo')].flatMap(filesBelow);
  return [
    ...folders.filter((file) => !NEVER_BUILT.some((folder) => file.startsWith(folder))),
    join(root, 'pnpm-lock.yaml'),
  ];
}

function isBuilt() {
  return workspaceFolders()
    .filter(({ manifest }) => manifest.scripts?.build)
    .every(({ folder }) => existsSync(join(folder, 'dist')));
}

/** Builds the kit and the demo, unless these very sources are built already. False when the build failed. */
export async function build() {
  const stamp = hashFiles(sources());
  if (isBuilt() && isStamped('built', stamp)) return true;
  say('Building the kit and the demo site');
  const { code, output } = await runPnpmQuietly(['run', 'build']);
  if (code !== 0) {
    console.error(output);
    return false;
  }
  leaveStamp('built', stamp);
  return true;
}
