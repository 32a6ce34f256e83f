// pnpm fuzz [--runs N] [--seed S] — sends mutated requests to every route; fails at the first answer of 500 or above.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

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

const statuses = [...outcome.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`);
console.log(
  [
    `${outcome.bodies.toLocaleString('en')} bodies, ${outcome.requests.toLocaleString('en')} requests in ${Math.round((performance.now() - begin) / 1000)} s`,
    statuses.join(', '),
    `Slowest ${Math.round(outcome.slowest)} ms, ${outcome.overASecond} over 1 s, the machine’s other work included; the slowest sent again: ${Math.round(outcome.slowestAgain)} ms`,
    outcome.failure === undefined ? 'No answer of 500 or above' : `FAILED, smallest request found:\n${outcome.failure}`,
  ].join('\n'),
);
process.exitCode = outcome.failure === undefined ? 0 : 1;

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  console.error(`--${name}: a whole number is expected\nUsage: pnpm fuzz [--runs N] [--seed S]`);
  process.exit(2);
}
