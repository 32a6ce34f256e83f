import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Jobs } from '../../src/jobs/jobs.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Lets what was resolved run on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A job each of whose rounds ends when the test says so. */
const aJob = () => {
  const rounds: PromiseWithResolvers<void>[] = [];
  const said: string[] = [];
  return {
    rounds,
    said,
    job: {
      complaint: 'It did not work',
      work: () => {
        const round = Promise.withResolvers<void>();
        rounds.push(round);
        return round.promise;
      },
      stop: () => said.push('stop'),
      close: () => said.push('close'),
    },
  };
};

describe('jobs', () => {
  const complaints: string[] = [];
  const log = { warn: (_facts: unknown, words?: string) => void complaints.push(words!) };
  let jobs: Jobs;

  beforeEach(() => {
    complaints.length = 0;
    // Half past eleven at night in Rome, before the night of 29 March 2026 that has one hour less.
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-03-28T22:30:00Z') });
    jobs = new Jobs(log);
  });
  afterEach(() => mock.timers.reset());

  it('begin a round only when the one before has ended', async () => {
    const { job, rounds } = aJob();
    jobs.every(minute, job);
    mock.timers.tick(5 * minute);
    assert.equal(rounds.length, 1);
    rounds[0]!.resolve();
    await settled();
    mock.timers.tick(minute);
    assert.equal(rounds.length, 2);
  });

  it('say that a round failed, and try again at the next', async () => {
    const { job, rounds } = aJob();
    jobs.every(minute, job);
    mock.timers.tick(minute);
    rounds[0]!.reject(new Error('away'));
    await settled();
    assert.deepEqual(complaints, ['It did not work']);
    mock.timers.tick(minute);
    assert.equal(rounds.length, 2);
  });

  it('come by night at the same time of the clock in Rome, also when the day has 23 hours', async () => {
    const { job, rounds } = aJob();
    jobs.nightly(20 * minute, job);
    mock.timers.tick(49 * minute);
    assert.equal(rounds.length, 0);
    mock.timers.tick(minute);
    assert.equal(rounds.length, 1);
    rounds[0]!.resolve();
    await settled();
    mock.timers.tick(23 * hour - 1);
    assert.equal(rounds.length, 1);
    mock.timers.tick(1);
    assert.equal(rounds.length, 2);
  });

  it('stop when what is in hand is done, and let go of what it needed only then', async () => {
    const { job, rounds, said } = aJob();
    jobs.every(minute, job).now(job);
    const stopped = jobs.stop();
    await settled();
    assert.deepEqual([rounds.length, said], [1, ['stop']]);
    rounds[0]!.resolve();
    await stopped;
    mock.timers.tick(hour);
    assert.deepEqual([rounds.length, said], [1, ['stop', 'close']]);
  });

  it('do not hold up for ever whoever stops the server', async () => {
    const { job, said } = aJob();
    await new Jobs(log, 1).every(minute, job).now(job).stop();
    assert.deepEqual(said, ['stop', 'close']);
  });
});
