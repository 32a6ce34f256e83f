import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openDatabase } from '@cmto/server';
import { romeDate } from '../../src/time/rome-date.ts';
import { aPlace } from '../support/database.ts';
import { registerOne } from '../support/entries.ts';
import { command, main, start, stop } from '../support/server-process.ts';

describe('the server and its register', () => {
  it('closes at its start the days that it slept through', async (test) => {
    const place = await aPlace(test);
    const database = await openDatabase(place.target);
    test.after(() => database.close());
    const threeDaysAgo = Date.now() - 3 * 86_400_000;
    await registerOne(database, { at: threeDaysAgo });
    const server = await start(test, place);
    const days = () => database.db.selectFrom('register_days').select(['day', 'count']).orderBy('day').execute();
    while ((await days()).length < 2) await new Promise(setImmediate);
    assert.deepEqual(
      (await days()).slice(0, 2).map(({ count }) => count),
      [1, 0],
    );
    assert.equal((await days())[0]!.day, romeDate(threeDaysAgo));
    assert.match(await command(place, 'register', 'verify'), /^1 rows and [23] closed days are sound/);
    assert.equal(await stop(server), 0);
  });

  it('does not start under another code than the register was begun with', async (test) => {
    const place = await aPlace(test);
    const database = await openDatabase(place.target);
    await registerOne(database);
    await database.close();
    const env = {
      ...process.env,
      ...place.environment,
      PORT: '0',
      CMTO_REGISTER_CODE: 'ALTRO',
      CMTO_LOG_LEVEL: 'silent',
    };
    await assert.rejects(promisify(execFile)(process.execPath, [main], { env }), ({ stderr }: { stderr: string }) => {
      assert.match(stderr, /The register's code is CMTO-RI, and CMTO_REGISTER_CODE says ALTRO/);
      return true;
    });
  });
});
