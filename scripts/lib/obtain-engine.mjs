import { canInstallPackages, installPackages } from './debian.mjs';
import { ENGINES } from './engines.mjs';
import { say } from './say.mjs';

/** In CI everything is tested or the run fails; at home what is not installed is left out. */
export const mustHaveEngines = process.env.CI === 'true';

/**
 * The programs of an engine, in CI installed from Debian where they are missing. Undefined, after a line that says so,
 * when they cannot be had.
 */
export async function obtainEngine(name) {
  const { packages, find } = ENGINES[name];
  if (!find() && mustHaveEngines && canInstallPackages()) {
    say(`Installing Debian's ${packages.join(' and ')}`);
    await installPackages(packages);
  }
  const programs = find();
  if (!programs) {
    const packageNames = packages.join(' and ');
    say(`${name}: not on this machine (Debian: ${packageNames}): ${mustHaveEngines ? 'FAILED' : 'skipped'}`);
  }
  return programs;
}

/** Whether there is any engine to test in, or has to be. */
export const testsEngines = () => mustHaveEngines || Object.values(ENGINES).some(({ find }) => find());
