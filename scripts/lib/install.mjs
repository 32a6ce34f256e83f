import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './paths.mjs';
import { runPnpmQuietly } from './pnpm.mjs';
import { giveUp, say } from './say.mjs';
import { hashFiles, isStamped, leaveStamp } from './stamp.mjs';
import { workspaceFolders } from './workspace.mjs';

function installStamp() {
  const manifests = workspaceFolders().map(({ folder }) => join(folder, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name));
  return `${hashFiles([...files, ...manifests])} ${process.platform} ${process.arch}`;
}

function hasProjectNode() {
  try {
    return existsSync(projectNode());
  } catch {
    return false; // not installed yet: that is what we are here for
  }
}

/** Installs the locked packages, unless that very set is installed already. */
export async function install() {
  const stamp = installStamp();
  if (hasProjectNode() && isStamped('installed', stamp)) return;
  say('Installing the packages this project is locked to (some hundred MB; a minute or two the first time)');
  const { code, output } = await runPnpmQuietly(['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']);
  if (code !== 0) {
    console.error(output);
    giveUp(`
The packages could not be installed (see above).
Is the npm registry reachable from here? Behind a proxy, set HTTPS_PROXY or npm's own "proxy" setting.`);
  }
  leaveStamp('installed', stamp);
}
