import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forgetTasks } from '../../src/protocol/forget-tasks.ts';
import { OfficialRegister, type Mood } from '../support/official-register.ts';
import { department, ProtocolRoom } from '../support/protocol.ts';

const minute = 60_000;

/** A department with a register over HTTP, and one request that waits for its number. */
async function aRequest(test: Parameters<typeof ProtocolRoom.open>[0], mood: Mood = 'answers') {
  const room = await ProtocolRoom.open(test);
  // Not idempotent: what keeps it from giving two numbers is that it is asked first.
  const office = await OfficialRegister.open(test, { idempotent: false });
  await room.useWebhook(office);
  office.mood = mood;
  const task = await room.enqueue();
  return { room, office, task };
}

describe('the protocol worker', () => {
  it('takes a registration to the official register and tells the request its number, once', async (test) => {
    const { room, office, task } = await aRequest(test);
    await room.worker().work();
    await room.worker().work();
    assert.deepEqual(room.told, [{ request: task.key, register: 'PG', number: '0004567', date: '2026-11-20' }]);
    const row = await room.row(task.key);
    assert.deepEqual(
      [row.state, row.official_year, row.external_id, row.via, row.lease, row.settled_at],
      ['registered', 2026, 'doc-0004567', 'webhook', null, room.now],
    );
    assert.deepEqual([office.posted.length, office.forged], [1, 0]);
  });

  for (const mood of ['silent', 'dies', 'later'] as const) {
    it(`finds the number of a register that gives one and then ${mood === 'later' ? 'says later' : mood}`, async (test) => {
      const { room, office, task } = await aRequest(test, mood);
      const worker = room.worker();
      // A document gets ten times as long.
      await room.worker(mood === 'silent' ? { patience: 30 } : {}).work();
      const tried = await room.row(task.key);
      assert.deepEqual([tried.state, tried.adapter, room.told.length], ['waiting', 'webhook', 0]);
      assert.equal(tried.due_at - room.now, minute);
      room.now = tried.due_at;
      office.mood = 'answers';
      await worker.work();
      assert.deepEqual([office.count('register'), office.count('lookup'), office.given], [1, 1, 1]);
      assert.equal(room.told[0]!.number, '0004567');
      assert.equal((await room.row(task.key)).state, 'registered');
    });
  }

  it('asks before it tries again when it was itself killed between the number and its note of it', async (test) => {
    const { room, office, task } = await aRequest(test);
    const dead = room.outboxOn(room.database);
    dead.numbered = () => Promise.reject(new Error('killed'));
    await assert.rejects(room.worker({ outbox: dead }).work(), /killed/);
    await room.worker().work();
    assert.equal(office.given, 1, 'nobody touches it while the claim holds');
    await room.workUntilSettled(task.key);
    assert.deepEqual([office.given, office.count('register'), room.told.length], [1, 1, 1]);
  });

  it('registers nothing twice while the register cannot say what became of the first try', async (test) => {
    const { room, office, task } = await aRequest(test, 'dies');
    const worker = room.worker();
    await worker.work();
    for (const lookups of ['down', 'garbage', 'down'] as const) {
      office.lookups = lookups;
      room.now = (await room.row(task.key)).due_at;
      await worker.work();
    }
    assert.deepEqual([office.count('register'), office.count('lookup'), room.told.length], [1, 3, 0]);
    assert.equal((await room.row(task.key)).problem, 'lookup-http-404');
    office.lookups = 'answers';
    await room.workUntilSettled(task.key, worker);
    assert.deepEqual([office.given, room.told.length], [1, 1]);
  });

  for (const mood of ['garbage', 'html', 'endless', 'redirects', 'busy', 'down'] as const) {
    it(`goes on after a register that ${mood === 'down' || mood === 'busy' ? 'is' : 'answers with'} ${mood}, and gets one number`, async (test) => {
      const { room, office, task } = await aRequest(test, mood);
      const worker = room.worker();
      await worker.work();
      assert.deepEqual([(await room.row(task.key)).state, room.told.length], ['waiting', 0]);
      office.mood = 'answers';
      await room.workUntilSettled(task.key, worker);
      assert.deepEqual([office.given, room.told.length], [1, 1]);
    });
  }

  it('outlasts a register that is down for a day, trying at most every two hours', async (test) => {
    const { room, office, task } = await aRequest(test, 'down');
    const worker = room.worker();
    const start = room.now;
    let tries = 0;
    for (; room.now - start < 24 * 60 * minute; tries += 1) {
      await worker.work();
      const row = await room.row(task.key);
      assert.ok(row.due_at - room.now <= 120 * minute);
      room.now = row.due_at;
    }
    assert.ok(tries >= 12 && tries < 30, String(tries));
    office.mood = 'answers';
    office.date = '2026-11-21';
    await room.workUntilSettled(task.key, worker);
    assert.deepEqual(
      [office.given, room.told],
      [1, [{ request: task.key, register: 'PG', number: '0004567', date: '2026-11-21' }]],
    );
  });

  it('leaves to people what a register refuses, or numbers as nobody can', async (test) => {
    for (const [mood, problem] of [
      ['refuses', 'http-422'],
      ['last-year', 'date-before'],
    ] as const) {
      const { room, office, task } = await aRequest(test, mood);
      await room.worker().work();
      room.now += 48 * 60 * minute;
      await room.worker().work();
      const row = await room.row(task.key);
      assert.deepEqual([row.state, row.problem, office.count('register'), room.told.length], ['failed', problem, 1, 0]);
      assert.deepEqual(room.logged, [{ key: task.key, department, attempts: 1, problem }]);
    }
  });

  it('does not believe a register that gives two documents the same number', async (test) => {
    const { room, office, task } = await aRequest(test);
    await room.worker().work();
    office.mood = 'repeats';
    const other = await room.enqueue();
    await room.worker().work();
    assert.deepEqual(
      [(await room.row(other.key)).problem, (await room.row(task.key)).official_number, room.told.length],
      ['number-taken', '0004567', 1],
    );
  });

  it('gives a document of New Year’s Eve the number and the year of the day on which the register took it', async (test) => {
    const { room, office, task } = await aRequest(test, 'down');
    const eve = Date.parse('2026-12-31T22:59:30Z');
    room.now = eve;
    const late = await room.enqueue({ registration: { ...task.registration, at: eve } });
    await room.worker().work();
    office.mood = 'answers';
    office.date = '2027-01-01';
    await room.workUntilSettled(late.key);
    const row = await room.row(late.key);
    assert.deepEqual([row.official_year, row.official_date], [2027, '2027-01-01']);
    // The same digits in another year are another number.
    const { official_number: number } = row;
    assert.equal((await room.row(task.key)).official_number === number, false);
  });

  it('lets two servers share the work, each document going out once', async (test) => {
    const { room, office } = await aRequest(test);
    for (let at = 0; at < 11; at += 1) await room.enqueue();
    const other = await room.another();
    const workers = [room.worker(), room.worker({ database: other, outbox: room.outboxOn(other) })];
    await Promise.all(workers.map((worker) => worker.work()));
    assert.deepEqual([office.count('register'), office.given], [12, 12]);
    assert.equal(new Set(room.told.map(({ number }) => number)).size, 12);
  });

  it('sends what was added only once the request has its number, linked to it', async (test) => {
    const { room, office, task } = await aRequest(test, 'busy');
    const addition = await room.enqueue({ request: task.key, linkedTo: { year: 2026, number: 123 } });
    const answer = await room.enqueue({ request: task.key, direction: 'out' });
    await room.worker().work();
    assert.deepEqual(
      office.posted.map(({ key }) => key),
      [task.key],
    );
    office.mood = 'answers';
    await room.workUntilSettled(task.key);
    await room.worker().work();
    const later = office.posted.filter(({ key }) => key !== task.key);
    assert.deepEqual(
      later.map(({ operation, key }) => [operation, key]).sort(),
      [
        ['add', addition.key],
        ['register-outgoing', answer.key],
      ].sort(),
    );
    for (const { linkedTo } of later)
      assert.deepEqual(linkedTo, { register: 'PG', number: '0004567', date: '2026-11-20' });
    assert.deepEqual(
      room.told.map(({ request }) => request),
      [task.key, ...later.map(({ key }) => key)],
      'each has a number of its own',
    );
  });

  it('sends nothing of a request that was erased, and keeps only the numbers that were given', async (test) => {
    const { room, office, task } = await aRequest(test);
    await room.worker().work();
    office.mood = 'busy';
    const addition = await room.enqueue({ request: task.key });
    await room.worker().work();
    await room.database.db.transaction().execute((transaction) => forgetTasks(transaction, task.key));
    room.now += 48 * 60 * minute;
    office.mood = 'answers';
    const before = office.posted.length;
    await room.worker().work();
    assert.equal(office.posted.length, before);
    const [first, second] = [await room.row(task.key), await room.row(addition.key)];
    assert.deepEqual([first.state, first.task, first.official_number], ['registered', null, '0004567']);
    assert.deepEqual([second.state, second.task], ['erased', null]);
  });
});
