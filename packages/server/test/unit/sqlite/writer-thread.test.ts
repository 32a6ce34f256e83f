import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '@cmto/server';
import { aKey } from '@cmto/testing/builders';
import type { ResponseRow } from '../../../src/database/schema.ts';
import { hashKey } from '../../../src/intake/key-hash.ts';
import { WriterThread } from '../../../src/intake/writer-thread.ts';
import { aPlace, type Lifetime } from '../../support/database.ts';

const aRow = (id = aKey()): ResponseRow => ({
  id,
  survey_slug: 'prova',
  form_version: 1,
  content: '{}',
  content_hash: id,
  receipt_hash: id,
  attachments: '[]',
  flags: '[]',
  received_at: 1_795_215_600_000,
  completed_at: null,
  language: null,
  page: null,
});

async function aThread(test: Lifetime) {
  const { target } = await aPlace(test);
  const database = await openDatabase(target);
  const failures: unknown[] = [];
  const thread = new WriterThread(target, (error) => failures.push(error));
  test.after(async () => {
    await thread.close();
    await database.close();
    assert.deepEqual(failures, []);
  });
  return { thread, db: database.db };
}

describe('the thread that writes into the embedded database', () => {
  it('has every answer stored and counted once it says so, also those that come while it writes', async (test) => {
    const { thread, db } = await aThread(test);
    const first = Array.from({ length: 20 }, () => aRow());
    const outcomes = first.map((row) => thread.write(row));
    await new Promise(setImmediate);
    const later = Array.from({ length: 20 }, () => aRow());
    outcomes.push(...later.map((row) => thread.write(row)));
    assert.deepEqual(new Set(await Promise.all(outcomes)), new Set([undefined]));
    const stored = await db.selectFrom('responses').select('id').orderBy('id').execute();
    const sent = [...first, ...later].map(({ id }) => id).toSorted();
    assert.equal(stored.map(({ id }) => id).join(), sent.join());
    const { responses } = await db.selectFrom('survey_counts').select('responses').executeTakeFirstOrThrow();
    assert.equal(responses, 40);
  });

  it('tells of a known key and of an erased one, each to whoever sent it', async (test) => {
    const { thread, db } = await aThread(test);
    const [known, gone, fresh] = [aRow(), aRow(), aRow()];
    await thread.write(known);
    await db
      .insertInto('tombstones')
      .values({ key_hash: hashKey(gone.id) })
      .execute();
    const again = { ...known, content: '{"other":1}' };
    assert.deepEqual(await Promise.all([again, gone, fresh].map((row) => thread.write(row))), [
      { kind: 'known', row: known },
      { kind: 'erased' },
      undefined,
    ]);
  });

  it('fails a row that the database refuses alone, with the reason', async (test) => {
    const { thread } = await aThread(test);
    const taken = aRow();
    await thread.write(taken);
    const bad = { ...aRow(), receipt_hash: taken.receipt_hash };
    const [before, refused, after] = await Promise.allSettled([aRow(), bad, aRow()].map((row) => thread.write(row)));
    assert.deepEqual([before!.status, refused!.status, after!.status], ['fulfilled', 'rejected', 'fulfilled']);
    // SQLITE_CONSTRAINT_UNIQUE
    assert.equal((refused as PromiseRejectedResult).reason.errcode, 2067);
  });

  it('writes the file anew between two commits, and is idle only when all is stored', async (test) => {
    const { thread, db } = await aThread(test);
    const written = [thread.write(aRow()), thread.forgetOrder(), thread.write(aRow())];
    await thread.idle();
    const { rows } = await db
      .selectFrom('responses')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    assert.equal(rows, 2);
    await Promise.all(written);
  });

  it('stores what it was given before it ends, and takes nothing after', async (test) => {
    const { target } = await aPlace(test);
    const thread = new WriterThread(target, () => assert.fail('it was asked to end'));
    const written = thread.write(aRow());
    await thread.close();
    assert.equal(await written, undefined, 'stored');
    await assert.rejects(thread.write(aRow()), /has ended/);
  });
});
