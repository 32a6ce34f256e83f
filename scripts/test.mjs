// npm test: installs, finds a browser, and runs everything: unit tests, the server's on PostgreSQL, browser and end-to-end
// tests, one after another.
// `npm test -- unit browser` runs only those. Closes with one line: N passed, N failed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { checkNode } from './lib/check-node.mjs';
import { addCounts, closingLine, countsFile, nothing, readCounts, worthALook } from './lib/counts.mjs';
import { install } from './lib/install.mjs';
import { obtainBrowser } from './lib/obtain-browser.mjs';
import { testsEngines } from './lib/obtain-engine.mjs';
import { projectNode, root } from './lib/paths.mjs';
import { run, stopWithNpm } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';

const SUITES = {
  unit: 'Unit tests: rules, server, scripts',
  postgres: 'The server on PostgreSQL: the same tests, and those of two servers on one database',
  browser: 'Browser tests: fields and widgets in a real browser',
  engines: 'Keeping and delivering in Firefox and WebKitGTK',
  e2e: 'End to end: page, server and database, driven as a person would',
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SUITES);
const unknown = chosen.filter((name) => !(name in SUITES));
if (unknown.length > 0)
  giveUp(`There is no suite "${unknown.join('", "')}": choose from ${Object.keys(SUITES).join(', ')}.`);

async function runSuite(name, env) {
  if (name === 'e2e' && !(await build()))
    return { ...nothing(), failed: 1, failures: [{ file: 'pnpm build', name: 'the built kit' }] };
  say(SUITES[name]);
  if (name === 'engines' && !testsEngines()) {
    say('Neither is on this machine: skipped');
    return { ...nothing(), skipped: 1 };
  }
  const counted = countsFile(`sum-${name}`);
  const script = join(root, 'scripts', `test-${name}.mjs`);
  const code = await run(projectNode(), [script], { env: { ...env, CMTO_SUM_FILE: counted } });
  return readCounts(counted, code);
}

checkNode();
stopWithNpm();
await install();
const env = { ...process.env, CHROME_PATH: await obtainBrowser() };
const results = [];
for (const name of chosen) {
  const counts = await runSuite(name, env);
  results.push(counts);
  say(`${name}: ${closingLine(counts)}`);
}

const sum = addCounts(results);
const { CMTO_SUM_FILE } = process.env;
if (CMTO_SUM_FILE) writeFileSync(CMTO_SUM_FILE, JSON.stringify(sum));
else console.log(['', ...worthALook(sum), '', closingLine(sum)].join('\n'));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
