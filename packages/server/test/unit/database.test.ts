import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from '@cmto/server';
import { anEmptyPlace, aPlace } from '../support/database.ts';

describe('openDatabase', () => {
  it('makes the tables from nothing, with the departments, and again changes nothing', async (test) => {
    const { target } = await anEmptyPlace(test);
    for (let time = 0; time < 2; time += 1) {
      const database = await openDatabase(target);
      const departments = await database.db.selectFrom('departments').select('id').execute();
      assert.ok(departments.some(({ id }) => id === 'sviluppo-economico'));
      await database.close();
    }
  });

  it('lets processes that start together take turns', async (test) => {
    const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
    const { environment } = await anEmptyPlace(test);
    const env = { ...process.env, ...environment };
    const run = () => promisify(execFile)(process.execPath, [cli, 'department', 'list'], { env });
    const said = await Promise.all(Array.from({ length: 4 }, run));
    assert.equal(new Set(said.map(({ stdout }) => stdout)).size, 1);
    assert.match(said[0]!.stdout, /sviluppo-economico/);
  });

  it('rolls a transaction back whole', async (test) => {
    const database = await openDatabase((await aPlace(test)).target);
    const work = database.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('tombstones').values({ key_hash: 'x' }).execute();
      throw new Error('changed my mind');
    });
    await assert.rejects(work, /changed my mind/);
    assert.equal((await database.db.selectFrom('tombstones').selectAll().execute()).length, 0);
    await database.close();
  });
});
