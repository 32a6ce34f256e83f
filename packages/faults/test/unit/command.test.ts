import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { Entry } from '../../src/runs/all-runs.ts';
import { tellProgress } from '../../src/runs/progress.ts';
import { readOptions } from '../../src/runs/options.ts';
import { runOne, Unavailable } from '../../src/runs/run-one.ts';
import { isSound, toTable } from '../../src/runs/table.ts';

const names = ['submissions', 'same-key'];

const entryThat = (run: () => Promise<never>): Entry => ({
  name: 'prova',
  quick: { sqlite: 1 },
  full: { sqlite: 2 },
  load: async () => run,
});

const options = { full: false, times: undefined, seed: '1' };

describe('pnpm faults', () => {
  it('runs everything on both databases unless told otherwise, and prints a seed that was not given', () => {
    const { only, databases, full, seed } = readOptions([], names);
    assert.deepEqual({ only, databases, full }, { only: undefined, databases: ['sqlite', 'postgres'], full: false });
    assert.match(seed, /^\d+$/);
  });

  it('refuses rows that there are not, rather than run none of them', () => {
    assert.throws(() => readOptions(['--only', 'submision'], names), /there are submissions, same-key/);
    assert.throws(() => readOptions(['--database', 'oracle'], names), /sqlite or postgres/);
    assert.throws(() => readOptions(['--quick', '--full'], names), /not both/);
    for (const times of ['0', '-1', 'many']) assert.throws(() => readOptions([`--times=${times}`], names), /from 1 on/);
  });

  it('does so much of a row as is asked for, in place of its own amount', async () => {
    const amounts: number[] = [];
    const entry: Entry = {
      ...entryThat(() => Promise.reject(new Error('not run'))),
      load: async () => async (run) => {
        amounts.push(run.amount);
        return { name: 'prova', done: '', wrong: [] };
      },
    };
    for (const words of [[], ['--full'], ['--full', '--times', '200'], ['--times', '7']])
      await runOne(entry, 'sqlite', readOptions(words, names));
    assert.deepEqual(amounts, [1, 2, 200, 7]);
  });

  it('counts a run that broke off as wrong', async () => {
    const row = await runOne(
      entryThat(() => Promise.reject(new Error('the server ended'))),
      'sqlite',
      options,
    );
    assert.match(row.wrong.join(), /the server ended/);
    assert.equal(isSound([row], { requireAll: false }), false);
    assert.match(toTable([row]), /WRONG prova \(sqlite\): .*the server ended/);
  });

  it('tells of each row how much is asked for, what was done, and how many answers were lost, twice or altered', async () => {
    const entry: Entry = {
      name: 'prova',
      quick: { sqlite: 20_000 },
      full: { sqlite: 1_000_000 },
      load: async () => async () => ({
        name: 'prova',
        done: '300 promised',
        losses: { lost: 3, twice: 2, altered: 1 },
        wrong: ['lost a key'],
      }),
    };
    const row = await runOne(entry, 'sqlite', options);
    assert.match(toTable([row]), /prova +sqlite +300 promised +20,000 \/ 1,000,000 +3 +2 +1 +WRONG/);
  });

  it('says why a row was skipped, and fails where all are required', async () => {
    const row = await runOne(
      entryThat(() => Promise.reject(new Unavailable('no PostgreSQL here'))),
      'sqlite',
      options,
    );
    assert.match(toTable([row]), /no PostgreSQL here +1 \/ 2 +– +– +– +skipped/);
    assert.equal(isSound([row], { requireAll: false }), true);
    assert.equal(isSound([row], { requireAll: true }), false);
  });

  it('tells every half minute how far a row is, until it is over', (test) => {
    const said = test.mock.method(console, 'error', () => undefined);
    test.mock.timers.enable({ apis: ['setInterval'] });
    const progress = tellProgress('prova (sqlite)');
    const ledger = new Ledger();
    ledger.promise('a key');
    progress.watch(ledger);
    test.mock.timers.tick(60_000);
    progress.stop();
    test.mock.timers.tick(60_000);
    assert.equal(said.mock.callCount(), 2);
    assert.match(
      String(said.mock.calls[0]?.arguments[0]),
      /prova \(sqlite\): 1 promised, 0 acknowledged, \d+ s, \d+ MB/,
    );
  });

  it('does not call nothing at all sound', () => {
    assert.equal(isSound([], { requireAll: false }), false);
  });
});
