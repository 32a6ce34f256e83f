// Everything CI checks, each step one pnpm command that anyone can run, then `npm test`; .ci/run is only this.
import { checkNode } from './lib/check-node.mjs';
import { addCounts, closingLine, countsFile, nothing, readCounts, worthALook } from './lib/counts.mjs';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runPnpm } from './lib/pnpm.mjs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { seedOfCommit } from './lib/seed-of-commit.mjs';

const BEFORE_BUILD = ['format:check', 'lint', 'types', 'publiccode', 'openapi', 'manifest'];

const failed = [];
let passed = 0;

async function step(name, work) {
  say(name);
  const began = Date.now();
  const sound = await work();
  if (sound) passed += 1;
  else failed.push(name);
  say(`${name}: ${sound ? 'sound' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s`);
}

checkNode();
await install();
for (const name of BEFORE_BUILD) await step(name, async () => (await runPnpm(['run', name])) === 0);
await step('build', build);
await step('size', async () => (await runPnpm(['run', 'size'])) === 0);

const counted = countsFile('all-tests');
const code = await run(process.execPath, [join(root, 'scripts', 'test.mjs')], {
  env: { ...process.env, CMTO_SUM_FILE: counted },
});
// Other faults for each commit, the same ones for one commit: the seed is printed, and `--seed` repeats it anywhere.
const seed = await seedOfCommit();
const faults = ['run', 'faults', '--quick', '--seed', seed, ...(process.env.CI === 'true' ? ['--require-all'] : [])];
await step('faults', async () => (await runPnpm(faults)) === 0);
const checks = failed.map((name) => ({ file: `pnpm ${name}`, name: 'a check' }));
const sum = addCounts([{ ...nothing(), passed, failed: failed.length, failures: checks }, readCounts(counted, code)]);
console.log(['', ...worthALook(sum), '', closingLine(sum)].join('\n'));
process.exitCode = sum.failed > 0 ? 1 : 0;
