import { giveUp } from './say.mjs';

const LEAST = [20, 19];

/** Ends the program with advice when this Node is too old to run even these scripts. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  giveUp(`
This needs Node ${LEAST.join('.')} or newer to begin with, and this is Node ${process.versions.node}.
Get a current one from https://nodejs.org or your system's packages, then try again.
Everything else, the Node 24 that the server runs on included, is installed inside this folder.`);
}
