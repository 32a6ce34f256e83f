import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Random } from '../../src/random.ts';
import { databaseCuts, serverKills, twoServers } from '../../src/runs/server-kills.ts';
import { sameKey } from '../../src/runs/same-key.ts';
import { stopPostgres } from '../../src/service/postgres-cluster.ts';
import { brokenBy } from '../unit/broken/broken-server.ts';

const options = { random: new Random('small'), database: 'postgres' } as const;

describe('a row of pnpm faults on PostgreSQL', () => {
  // The runs share one, which the command stops at its end.
  after(stopPostgres);

  for (const [what, run] of Object.entries({
    'the server is killed': serverKills,
    'one of two servers is killed': twoServers,
    'the connections to the database are cut': databaseCuts,
  })) {
    it(`finds answers that were acknowledged before they were stored when ${what}`, async () => {
      const row = await run({ ...options, amount: 2, settings: brokenBy('acknowledges-first') });
      assert.match(row.done, /^2 times, /);
      assert.ok(row.losses!.lost > 0);
      assert.match(row.wrong.join('\n'), /^lost /m);
    });
  }

  it('finds answers that two servers have stored twice where nothing keeps a key unique', async () => {
    const row = await sameKey({ ...options, amount: 2, settings: brokenBy('stores-each-time') });
    assert.ok(row.losses!.twice > 2);
  });
});
