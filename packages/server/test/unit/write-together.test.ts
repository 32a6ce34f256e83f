import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '@cmto/server';
import { aKey } from '@cmto/testing/builders';
import type { Kysely } from 'kysely';
import type { Schema } from '../../src/database/schema.ts';
import { writeTogether } from '../../src/database/write-together.ts';
import { eventInsert } from '../../src/requests/request-row.ts';
import { aPlace, type Lifetime } from '../support/database.ts';

async function aDatabase(test: Lifetime) {
  const { target } = await aPlace(test);
  const { db, close } = await openDatabase(target);
  test.after(close);
  const contact = (key: string, to: Kysely<Schema> = db) =>
    to.insertInto('request_contacts').values({ key, email: `${key}@example.it` });
  const keys = async () => (await db.selectFrom('request_contacts').select('key').execute()).map(({ key }) => key);
  return { db, contact, keys };
}

describe('writes that go together', () => {
  it('insert, change and remove, each with what was there before', async (test) => {
    const { db, contact, keys } = await aDatabase(test);
    const [kept, gone, fresh, request] = [aKey(), aKey(), aKey(), aKey()];
    await writeTogether(db, [contact(kept), eventInsert(db, request, { at: 1, event: 'received' })]);
    await contact(gone).execute();
    await writeTogether(db, [
      contact(fresh),
      db.updateTable('request_contacts').set({ email: 'altra@example.it' }).where('key', '=', kept),
      db.deleteFrom('request_contacts').where('key', '=', gone),
      eventInsert(db, request, { at: 2, event: 'registered' }),
    ]);
    assert.deepEqual((await keys()).toSorted(), [kept, fresh].toSorted());
    const { email } = await db
      .selectFrom('request_contacts')
      .select('email')
      .where('key', '=', kept)
      .executeTakeFirstOrThrow();
    assert.equal(email, 'altra@example.it');
    const events = await db.selectFrom('request_events').select(['seq', 'event']).orderBy('seq').execute();
    assert.deepEqual(
      events.map(({ seq, event }) => `${seq} ${event}`),
      ['1 received', '2 registered'],
    );
  });

  it('leave nothing where one of them is refused', async (test) => {
    const { db, contact, keys } = await aDatabase(test);
    const key = aKey();
    const work = db
      .transaction()
      .execute((transaction) =>
        writeTogether(transaction, [
          contact(aKey(), transaction),
          contact(key, transaction),
          contact(key, transaction),
        ]),
      );
    await assert.rejects(work);
    assert.deepEqual(await keys(), []);
  });
});
