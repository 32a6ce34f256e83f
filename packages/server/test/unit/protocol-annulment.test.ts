import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { readConfig } from '../../src/config.ts';
import { createProtocolWorker } from '../../src/protocol/create-protocol.ts';
import { OfficialRegister } from '../support/official-register.ts';
import { ProtocolRoom } from '../support/protocol.ts';
import { offer, sent, statusOf, write } from '../support/requests.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

/** A document that its department's register has given the number PG 0004567. */
async function aNumbered(test: TestContext) {
  const room = await ProtocolRoom.open(test);
  const office = await OfficialRegister.open(test);
  await room.useWebhook(office);
  const { key } = await room.enqueue();
  await room.worker().work();
  assert.equal((await room.row(key)).state, 'registered');
  return { room, office, key };
}

/** What the server does every few seconds. */
const protocolWork = (server: TestServer) =>
  createProtocolWorker({
    config: readConfig(server.environment),
    db: server.database.db,
    secret: createSecretKey(Buffer.alloc(32)),
    outbox: server.app.services.requests.protocol,
    files: server.app.services.files,
    now: () => server.now,
    log: { warn: () => undefined } as never,
  });

/** Works, and moves the clock to when it is due again, until it no longer waits. */
async function settle(room: ProtocolRoom, key: string): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    await room.annulmentWorker().work();
    const { state, due_at: dueAt } = await room.annulment(key);
    if (state !== 'waiting') return;
    room.now = dueAt;
  }
  assert.fail('The annulment still waits');
}

describe('the annulment worker', () => {
  it('tells the register that gave the number, with act, reason and who, once', async (test) => {
    const { room, office, key } = await aNumbered(test);
    await room.annul(key);
    await room.annulmentWorker().work();
    await room.annulmentWorker().work();
    const { state, via, lease, settled_at: at } = await room.annulment(key);
    assert.deepEqual([state, via, lease, at], ['done', 'webhook', null, room.now]);
    assert.equal(office.count('annul'), 1);
    const { operation, official, reason, act, operator } = office.annulled.get(key)!;
    assert.deepEqual(
      { operation, official, reason, act, operator },
      {
        operation: 'annul',
        official: { register: 'PG', number: '0004567', date: '2026-11-20' },
        reason: 'Doppia',
        act: 'det. 3/2026',
        operator: 'm.bianchi',
      },
    );
  });

  for (const mood of ['dies', 'later'] as const) {
    it(`asks before it tells again a register that annuls and then ${mood === 'later' ? 'says later' : mood}`, async (test) => {
      const { room, office, key } = await aNumbered(test);
      office.mood = mood;
      await room.annul(key);
      await room.annulmentWorker().work();
      assert.equal((await room.annulment(key)).state, 'waiting');
      await settle(room, key);
      assert.equal((await room.annulment(key)).state, 'done');
      assert.deepEqual([office.count('annul'), office.count('lookup')], [1, 1]);
    });
  }

  it('asks before it tells again when it was itself killed before it noted the yes', async (test) => {
    const { room, office, key } = await aNumbered(test);
    await room.annul(key);
    const dead = Object.assign(Object.create(room.annulments) as typeof room.annulments, {
      done: () => Promise.reject(new Error('killed')),
    });
    dead.claim = () => room.annulments.claim();
    dead.isDue = () => room.annulments.isDue();
    await assert.rejects(room.annulmentWorker(dead).work(), /killed/);
    await settle(room, key);
    assert.deepEqual([office.count('annul'), office.count('lookup')], [1, 1]);
  });

  for (const mood of ['down', 'busy'] as const) {
    it(`goes on after a register that is ${mood}, and tells it once that it has not heard`, async (test) => {
      const { room, office, key } = await aNumbered(test);
      office.mood = mood;
      await room.annul(key);
      await room.annulmentWorker().work();
      office.mood = 'answers';
      await settle(room, key);
      assert.deepEqual([(await room.annulment(key)).state, office.annulled.size], ['done', 1]);
    });
  }

  it('tells nothing twice while the register cannot say what became of the first time', async (test) => {
    const { room, office, key } = await aNumbered(test);
    office.mood = 'dies';
    await room.annul(key);
    for (const lookups of ['down', 'garbage', 'down'] as const) {
      await room.annulmentWorker().work();
      office.lookups = lookups;
      room.now = (await room.annulment(key)).due_at;
    }
    await room.annulmentWorker().work();
    assert.deepEqual([office.count('annul'), (await room.annulment(key)).problem], [1, 'lookup-http-404']);
  });

  it('leaves to people what the register refuses, and says so', async (test) => {
    const { room, office, key } = await aNumbered(test);
    office.mood = 'refuses';
    await room.annul(key);
    await room.annulmentWorker().work();
    const { state, problem } = await room.annulment(key);
    assert.deepEqual([state, problem, office.count('annul')], ['office', 'http-422', 1]);
    assert.equal(room.logged.length, 1);
  });

  it('leaves to people a number of a register that the department has left', async (test) => {
    const { room, office, key } = await aNumbered(test);
    await room.use({ adapter: 'manual' });
    await room.annul(key);
    await room.annulmentWorker().work();
    assert.deepEqual([(await room.annulment(key)).state, office.count('annul')], ['office', 0]);
  });

  it('is not asked by two at once', async (test) => {
    const { room, office, key } = await aNumbered(test);
    await room.annul(key);
    await Promise.all([room.annulmentWorker().work(), room.annulmentWorker().work()]);
    assert.equal(office.count('annul'), 1);
  });
});

describe('a document that is annulled before it has its number', () => {
  it('is sent to no register, if none was tried', async (test) => {
    const room = await ProtocolRoom.open(test);
    const office = await OfficialRegister.open(test);
    await room.useWebhook(office);
    const { key } = await room.enqueue();
    await room.annul(key);
    await room.worker().work();
    await room.annulmentWorker().work();
    assert.deepEqual([(await room.row(key)).state, office.posted.length], ['annulled', 0]);
    assert.deepEqual(await room.annulments.open(), []);
  });

  it('is not sent again once the register says that it has not got it', async (test) => {
    const room = await ProtocolRoom.open(test);
    const office = await OfficialRegister.open(test);
    await room.useWebhook(office);
    office.mood = 'down';
    const { key } = await room.enqueue();
    await room.worker().work();
    await room.annul(key);
    office.mood = 'answers';
    await room.workUntilSettled(key);
    assert.deepEqual([(await room.row(key)).state, office.given, office.count('register')], ['annulled', 0, 1]);
    assert.deepEqual([(await room.annulment(key)).state, (await room.annulment(key)).via], ['done', 'unsent']);
  });

  it('is annulled in the register, if it turns out to have given a number', async (test) => {
    const room = await ProtocolRoom.open(test);
    const office = await OfficialRegister.open(test);
    await room.useWebhook(office);
    office.mood = 'dies';
    const { key } = await room.enqueue();
    await room.worker().work();
    await room.annul(key);
    await room.annulmentWorker().work();
    assert.equal(office.count('annul'), 0, 'nobody knows its number yet');
    office.mood = 'answers';
    await room.workUntilSettled(key);
    await room.annulmentWorker().work();
    assert.deepEqual([office.given, office.count('register'), office.annulled.size], [1, 1, 1]);
  });

  it('is with people, where people have it', async (test) => {
    const room = await ProtocolRoom.open(test);
    await room.use({ adapter: 'manual' });
    const { key } = await room.enqueue();
    await room.worker().work();
    await room.annul(key);
    assert.equal((await room.annulment(key)).state, 'office');
  });
});

describe('request annul', () => {
  const by = ['--operator', 'm.bianchi'];
  const act = ['--reason', 'Doppia', '--act', 'det. 3/2026', ...by];

  async function aRequest(test: TestContext) {
    const server = await aServer(test);
    await offer(server, aService());
    const { receiptCode } = await sent(server);
    await run(server, 'protocol', 'number', '2026/0000001', 'PG', '4567', '2026-11-20', ...by);
    return { server, receiptCode };
  }

  it('puts into the office’s queue what was numbered by hand, with what to type, until somebody has done it', async (test) => {
    const { server } = await aRequest(test);
    assert.match((await run(server, 'protocol', 'list')).said, /Everything has its number/);
    await run(server, 'request', 'annul', '2026/0000001', ...act);
    assert.match((await run(server, 'protocol', 'list')).said, /to be annulled: PG 0004567 of 2026-11-20 {2}waiting$/);
    await protocolWork(server).work();
    assert.match((await run(server, 'protocol', 'list')).said, /to be annulled: PG 0004567 of 2026-11-20 {2}office$/);
    const folder = mkdtempSync(join(tmpdir(), 'cmto-annul-'));
    test.after(() => rmSync(folder, { recursive: true }));
    assert.match((await run(server, 'protocol', 'document', '2026/0000001', folder)).said, /annullamento\.txt/);
    assert.match(readFileSync(join(folder, 'annullamento.txt'), 'utf8'), /det\. 3\/2026\nMotivo: Doppia/);
    assert.equal((await refusal(run(server, 'protocol', 'annulled', '2026/0000001'))).exitCode, 2);
    const done = await run(server, 'protocol', 'annulled', '2026/0000001', ...by);
    assert.match(done.said, /annulled in the register/);
    assert.match((await run(server, 'protocol', 'list')).said, /Everything has its number/);
    const again = await refusal(run(server, 'protocol', 'annulled', '2026/0000001', ...by));
    assert.match(again.message, /no annulment to be entered. Nothing was changed/);
  });

  it('is the only way to annul a request; an addition is annulled by itself, in both registers', async (test) => {
    const { server, receiptCode } = await aRequest(test);
    await write(server, receiptCode, { kind: 'addition', text: 'Per errore.' });
    await run(server, 'protocol', 'number', '2026/0000002', 'PG', '4568', '2026-11-20', ...by);
    const refused = await refusal(run(server, 'register', 'annul', '2026/0000001', ...act));
    assert.match(refused.message, /"request annul".*Nothing was entered/);
    await run(server, 'register', 'annul', '2026/0000002', ...act);
    const status = await statusOf(server, receiptCode);
    assert.deepEqual(
      [status.state, status.register?.status, status.messages[0]?.register?.status],
      ['registered', 'registered', 'annulled'],
    );
    assert.match((await run(server, 'protocol', 'list')).said, /to be annulled: PG 0004568/);
  });
});
