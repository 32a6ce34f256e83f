import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { aKey } from '@cmto/testing/builders';
import { confirmDay } from '../../src/register/confirmations.ts';
import type { Registration } from '../../src/register/entry.ts';
import { anEntry, aRegister, registerOne } from '../support/entries.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, noon, type TestServer } from '../support/test-server.ts';

const secret = { CMTO_SECRET: 'x'.repeat(40) };
const day = 86_400_000;

/** Servers under one secret, as they are before and after a disaster. */
const aSite = (test: TestContext): Promise<TestServer> => aServer(test, { environment: secret });
const on = (server: TestServer): TestServer => ({ ...server, environment: { ...server.environment, ...secret } });
const soundRows = async (server: TestServer): Promise<string> => (await run(server, 'register', 'verify')).said;

async function confirm(server: TestServer, of: string): Promise<void> {
  const { db } = server.database;
  const { json_sha256: sha256 } = await db
    .selectFrom('register_days')
    .selectAll()
    .where('day', '=', of)
    .executeTakeFirstOrThrow();
  await confirmDay(db, { day: of, sha256, reference: `PdV ${of}`, operator: 'rossi', at: server.now });
}

async function backUpTo(other: TestServer, server: TestServer, name: string, ...words: string[]): Promise<void> {
  const folder = join(server.dataDir, name);
  await run(on(server), 'backup', folder);
  await run(on(other), 'restore', folder, ...words);
}

/** 450 rows on two days, the first closed and confirmed, a name erased. */
async function aBackup(test: TestContext): Promise<{ server: TestServer; folder: string }> {
  const server = await aSite(test);
  await server.database.db.transaction().execute(async (transaction) => {
    for (let at = 0; at < 449; at += 1)
      await aRegister().register(transaction, anEntry({ at: noon + (at < 300 ? 0 : day) }));
  });
  server.now = noon + day;
  await run(server, 'register', 'day');
  await confirm(server, '2026-11-20');
  const words = ['--part', 'correspondent', '--reason', 'art. 17', '--act', 'det. 1', '--operator', 'rossi'];
  await run(server, 'register', 'erase', '2026/0000007', ...words);
  const folder = join(server.dataDir, 'backup');
  await run(on(server), 'backup', folder);
  return { server, folder };
}

describe('backup and restore of the register', () => {
  it('bring it whole to an empty place, where it goes on', async (test) => {
    const { server, folder } = await aBackup(test);
    const other = await aSite(test);
    await run(on(other), 'restore', folder);
    assert.match(
      await soundRows(other),
      /^450 rows and 1 closed days are sound \([\d.]+ s\); 1 particulars were erased/,
    );
    assert.equal((await soundRows(other)).split('\n').at(-1), (await soundRows(server)).split('\n').at(-1));
    assert.equal((await registerOne(other.database, { at: noon + day })).number, '0000451');
    assert.match((await refusal(run(on(other), 'restore', folder))).message, /data here already/);
  });

  it('never take a number back: what was registered since stays, and what was erased stays erased', async (test) => {
    const { server, folder } = await aBackup(test);
    const key = aKey();
    const later = await registerOne(server.database, { key, at: noon + day });
    const words = ['--part', 'subject', '--reason', 'art. 17', '--act', 'det. 1', '--operator', 'rossi'];
    await run(server, 'register', 'erase', '2026/0000009', ...words);
    server.now = noon + 2 * day;
    await run(server, 'register', 'day');
    await run(on(server), 'restore', folder, '--replace');
    assert.match(await soundRows(server), /^452 rows and 2 closed days are sound.*; 2 particulars were erased/);
    const again: Registration = await registerOne(server.database, { key });
    assert.deepEqual(again, later);
  });

  it('add what a place lacks that has a part of the same past, confirmations in any order', async (test) => {
    const { server } = await aBackup(test);
    await registerOne(server.database, { at: noon + 2 * day });
    server.now = noon + 3 * day;
    await run(server, 'register', 'day');
    await confirm(server, '2026-11-22');
    const other = await aSite(test);
    await backUpTo(other, server, 'newer');
    await registerOne(server.database, { at: noon + 3 * day });
    await confirm(server, '2026-11-21');
    await backUpTo(other, server, 'newest', '--replace');
    assert.match(await soundRows(other), /^452 rows and 3 closed days are sound/);
    const rows = await other.database.db.selectFrom('register_confirmations').select('day').orderBy('day').execute();
    assert.deepEqual(
      rows.map((row) => row.day),
      ['2026-11-20', '2026-11-21', '2026-11-22'],
    );
  });

  it('refuse where the two have gone different ways, and change nothing', async (test) => {
    const { folder } = await aBackup(test);
    const other = await aSite(test);
    await registerOne(other.database);
    const { message } = await refusal(run(on(other), 'restore', folder, '--replace'));
    assert.match(message, /gone different ways, at CMTO-RI-2026\/0000001 or before.*Nothing was restored/);
    assert.match(await soundRows(other), /^1 rows/);
  });
});
