import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { databaseFile, openDatabase } from '@cmto/server';
import { sql } from 'kysely';
import { aPlace } from '../../support/database.ts';

describe('the embedded database', () => {
  it('syncs every commit, overwrites what is deleted and checks references', async (test) => {
    const database = await openDatabase((await aPlace(test)).target);
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await sql.raw(`PRAGMA ${name}`).execute(database.db)).rows[0] as object)[0];
    assert.deepEqual(
      [
        await pragma('journal_mode'),
        await pragma('synchronous'),
        await pragma('secure_delete'),
        await pragma('foreign_keys'),
      ],
      ['wal', 2, 1, 1],
    );
    await database.close();
  });

  it('makes the folder it is in, and is for its owner only', async (test) => {
    const file = databaseFile(join((await aPlace(test)).dataDir, 'nested'));
    await (await openDatabase(file)).close();
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });
});
