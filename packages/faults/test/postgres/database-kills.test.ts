import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/random.ts';
import { databaseKills } from '../../src/runs/database-kills.ts';
import { ask } from '../../src/service/postgres-cluster.ts';

const random = new Random('small');

/** What is committed is acknowledged at once and written up to ten seconds later: a setting that people do use. */
const acknowledgeFirst = async (url: string): Promise<void> => {
  await ask(url, "ALTER SYSTEM SET wal_writer_delay = '10s'");
  await ask(url, 'SELECT pg_reload_conf()');
  await ask(
    url,
    `CREATE FUNCTION acknowledge_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM set_config('synchronous_commit', 'off', true);
      RETURN NULL;
    END $$`,
  );
  await ask(url, 'CREATE TRIGGER acknowledge_first AFTER INSERT ON responses EXECUTE FUNCTION acknowledge_first()');
};

describe('PostgreSQL killed under load', () => {
  it('keeps every acknowledged answer, in whichever way it ends', async () => {
    const row = await databaseKills({ random, amount: 4, database: 'postgres' });
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^4 times, /);
  });

  it('is caught losing answers where it acknowledges them before they are on the disk', async () => {
    const { wrong } = await databaseKills({ random, amount: 1, database: 'postgres' }, acknowledgeFirst);
    assert.match(wrong[0] ?? 'nothing', /^lost /);
  });
});
