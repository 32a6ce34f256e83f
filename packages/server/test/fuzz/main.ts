// pnpm fuzz [--runs N] [--seed S] — sends mutated requests to every route; fails at the first answer of 500 or above,
// or that takes more than a second whenever it is asked for.
import { parseArgs } from 'node:util';
import { enough, fuzz } from './fuzz.ts';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = wholeNumber('runs', values.runs ?? '100000');
const seed = wholeNumber('seed', values.seed ?? String(Math.floor(Math.random() * 2 ** 31)));
const cleaning: (() => Promise<void>)[] = [];

console.log(`seed ${seed}: the same requests again with --runs ${runs} --seed ${seed}`);
const begin = performance.now();
const outcome = await fuzz(
  { after: (clean) => void cleaning.unshift(clean) },
  {
    runs,
    seed,
    onProgress: (sent) => {
      if (sent % 10_000 === 0 && sent < runs) console.log(`${sent.toLocaleString('en')} bodies`);
    },
  },
);
for (const clean of cleaning) await clean();

const { bodies, requests, tally, longest, excused, failure } = outcome;
const neverTaken = runs < enough ? [] : outcome.neverTaken;
const statuses = [...tally.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`);
console.log(
  [
    ...tally.lines(),
    `${bodies.toLocaleString('en')} bodies, ${requests.toLocaleString('en')} requests in ${Math.round((performance.now() - begin) / 1000)} s`,
    statuses.join(', '),
    `Slowest ${Math.round(longest)} ms, the machine’s other work included; ${excused} took more than 1 s, and less when sent again`,
    failure === undefined
      ? 'No answer of 500 or above, none that takes more than 1 s'
      : `FAILED, smallest request found:\n${failure}`,
    ...neverTaken.map((route) => `FAILED: nothing that was sent to ${route} came through`),
  ].join('\n'),
);
process.exitCode = failure === undefined && neverTaken.length === 0 ? 0 : 1;

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  console.error(`--${name}: a whole number is expected\nUsage: pnpm fuzz [--runs N] [--seed S]`);
  process.exit(2);
}
