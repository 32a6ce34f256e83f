import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/random.ts';
import { attachments } from '../../src/runs/attachments.ts';
import { rowOf } from '../../src/runs/official-registers.ts';
import { register } from '../../src/runs/register.ts';
import { sameKey } from '../../src/runs/same-key.ts';
import { serverKills } from '../../src/runs/server-kills.ts';
import { submissions } from '../../src/runs/submissions.ts';
import { brokenBy } from './broken/broken-server.ts';

const options = { random: new Random('small'), database: 'sqlite' } as const;

// Each row of `pnpm faults` with the real server broken on purpose: what the row is there to find, it finds.
describe('a row of pnpm faults', () => {
  it('finds answers that a killed server had acknowledged before it stored them', async () => {
    const row = await serverKills({ ...options, amount: 2, settings: brokenBy('acknowledges-first') });
    assert.match(row.done, /^2 times, /);
    assert.ok(row.losses!.lost > 0);
    assert.match(row.wrong.join('\n'), /^lost /m);
  });

  it('finds nothing wrong in a server that is killed and not broken', async () => {
    const row = await serverKills({ ...options, amount: 2 });
    assert.deepEqual([row.wrong, row.losses], [[], { lost: 0, twice: 0, altered: 0 }]);
  });

  it('finds answers that are there twice where nothing keeps a key unique', async () => {
    const row = await sameKey({ ...options, amount: 2, settings: brokenBy('stores-each-time') });
    assert.match(row.done, /^2 keys, [1-9]\d* rows, 64 answers$/);
    assert.ok(row.losses!.twice > 2);
    assert.match(row.wrong.join('\n'), /^twice .* the content is also under /m);
  });

  it('finds them, too, where thousands send through all faults', async () => {
    const row = await submissions({ ...options, amount: 60, settings: brokenBy('stores-each-time') });
    assert.ok(row.losses!.twice > 0);
  });

  it('finds files of which a bit has changed on the disk', async () => {
    const row = await attachments({ ...options, amount: 1, settings: brokenBy('spoils-files') });
    assert.deepEqual(row.losses, { lost: 0, twice: 0, altered: 1 });
    assert.match(row.wrong.join('\n'), /^altered .* file [0-9a-f]{64} has the bytes of /m);
  });

  it('finds a number that is not the one in the register', async () => {
    const row = await register({ ...options, amount: 60, settings: brokenBy('tells-other-numbers') });
    assert.match(row.wrong.join('\n'), / was told 202\d\/11 and has 202\d\/10/);
  });

  // What makes it end so is broken in `server/test/unit/registers-that-fail.test.ts`.
  it('is wrong when the program of official registers finds something, or did less than it was to', () => {
    const lines = ['the register gave 7 numbers to 6 requests', '18 requests, 40 messages to registers, 3 kills'];
    assert.deepEqual(rowOf({ code: 0, lines: lines.slice(1) }, 6).wrong, []);
    assert.equal(rowOf({ code: 1, lines }, 6).wrong[1], lines[0]);
    assert.match(rowOf({ code: 0, lines: lines.slice(1) }, 7).wrong.join(), /^ended with 0: 18 requests/);
    assert.match(rowOf({ code: null, lines: [] }, 6).wrong.join(), /^ended with null/);
  });
});
