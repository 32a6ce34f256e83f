import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from './run.mjs';

/** True where we may install Debian's packages: Debian or a child of it, as root. */
export const canInstallPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

let isUpdated = false;

/** Installs Debian packages, a setting they read while they are installed written before them if it is not there. */
export async function installPackages(names, setting) {
  if (setting && !existsSync(setting.file)) {
    mkdirSync(dirname(setting.file), { recursive: true });
    writeFileSync(setting.file, setting.text);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A fresh image has no package lists at all; a failed update may still leave usable ones.
  if (!isUpdated) await run('apt-get', ['update', '-q'], { env });
  isUpdated = true;
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
}
