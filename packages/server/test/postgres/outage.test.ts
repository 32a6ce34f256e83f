import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openDatabase } from '@cmto/server';
import { problemSchema, receiptSchema } from '@cmto/contract/schemas';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { sql } from 'kysely';
import { aPlace, onCluster } from '../support/database.ts';
import { command, start } from '../support/server-process.ts';
import { TcpGate } from '../support/tcp-gate.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

async function aServerBehindAGate(test: TestContext): Promise<{ server: TestServer; gate: TcpGate }> {
  const place = await aPlace(test);
  const { gate, url } = await TcpGate.before(place.target, test);
  const server = await aServer(test, {
    place: { ...place, target: url, environment: { ...place.environment, DATABASE_URL: url } },
  });
  await server.publish(aSurvey());
  return { server, gate };
}

async function assertToComeAgain(answer: Response): Promise<void> {
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal(problemSchema.parse(await answer.json()).code, 'server.unavailable');
}

const headers = { Origin: 'https://www.example.it' };

describe('while PostgreSQL is away', () => {
  it('everybody is told to come again, nothing is stored, and all goes on by itself when it is back', async (test) => {
    const { server, gate } = await aServerBehindAGate(test);
    const key = aKey();
    gate.shut();
    await assertToComeAgain(await server.post(aSubmission(), { key }));
    await assertToComeAgain(await server.post(aSubmission(), { headers }));
    await assertToComeAgain(await server.ask('/status'));
    await assertToComeAgain(await server.ask('/surveys/prova'));
    gate.open();
    assert.equal((await server.ask('/status')).status, 200);
    assert.equal(await server.count(), 0);
    assert.equal((await server.post(aSubmission(), { key })).status, 201);
    assert.equal((await server.ask('/surveys/prova', { headers })).status, 200);
  });

  it('an answer whose commit was heard, but not its outcome, gets its receipt when it is sent again', async (test) => {
    const { server, gate } = await aServerBehindAGate(test);
    const key = aKey();
    gate.cutAfter('commit');
    await assertToComeAgain(await server.post(aSubmission(), { key }));
    const again = await server.post(aSubmission(), { key });
    assert.equal(again.status, 200);
    assert.equal(receiptSchema.parse(await again.json()).id, key);
    assert.equal(await server.count(), 1);
  });

  it('whose pages may ask is looked up again, once that has failed', async (test) => {
    const { server, gate } = await aServerBehindAGate(test);
    gate.cutAfter('from "departments"');
    await assertToComeAgain(await server.ask('/surveys/prova', { headers }));
    assert.equal((await server.ask('/surveys/prova', { headers })).status, 200);
  });

  it('a command says so, and no more', async (test) => {
    const place = await aPlace(test);
    const { gate, url } = await TcpGate.before(place.target, test);
    gate.shut();
    const there = { ...place, environment: { ...place.environment, DATABASE_URL: url } };
    await assert.rejects(command(there, 'survey', 'list'), ({ stderr }: { stderr: string }) => {
      assert.match(stderr, /^The database cannot be used right now: .*reached.*\n$/);
      return true;
    });
  });

  it('a server that is started waits for it', async (test) => {
    const place = await aPlace(test);
    const { gate, url } = await TcpGate.before(place.target, test);
    gate.shut();
    const started = start(test, { ...place, environment: { ...place.environment, DATABASE_URL: url } });
    while (gate.refused === 0) await new Promise(setImmediate);
    gate.open();
    const { base } = await started;
    assert.equal((await fetch(`${base}/status`)).status, 200);
  });
});

describe('PostgreSQL', () => {
  it('ending a connection that works on an answer has the answer sent again, not lost', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const { db } = server.database;
    const key = aKey();
    const other = await openDatabase(server.target);
    test.after(() => other.close());
    await other.db.transaction().execute(async (holding) => {
      await sql`lock table responses in share mode`.execute(holding);
      const sent = server.post(aSubmission(), { key });
      await endWhoeverWaits(db);
      await assertToComeAgain(await sent);
    });
    assert.equal((await server.post(aSubmission(), { key })).status, 201);
    assert.equal(await server.count(), 1);
  });

  it('preferring another transaction has the batch begun anew, unseen by anybody', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    // A sequence counts on when a transaction is undone.
    await sql`create sequence tries`.execute(server.database.db);
    await sql`create function fail() returns trigger language plpgsql as $$ begin
      if nextval('tries') < 3 then raise exception 'in favour of another' using errcode = '40001'; end if;
      return new; end $$`.execute(server.database.db);
    await sql`create trigger fail before insert on responses for each row execute function fail()`.execute(
      server.database.db,
    );
    assert.equal((await server.post(aSubmission())).status, 201);
    assert.equal(await server.count(), 1);
  });

  it('commits an answer to the disk, whatever its own default is', async (test) => {
    const { target } = await aPlace(test);
    await onCluster(`alter database ${new URL(target).pathname.slice(1)} set synchronous_commit = off`);
    const database = await openDatabase(target);
    test.after(() => database.close());
    const { rows } = await sql<{ setting: string }>`
      select current_setting('synchronous_commit') as setting`.execute(database.db);
    assert.equal(rows[0]!.setting, 'on');
  });
});

async function endWhoeverWaits(db: TestServer['database']['db']): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows.length > 0) return;
  }
}
