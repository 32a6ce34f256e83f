import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Random } from '../../src/random.ts';
import { chromium } from '../../src/runs/browser.ts';
import { browserKills } from '../../src/runs/browser-kills.ts';
import type { Row } from '../../src/runs/run.ts';
import { Unavailable } from '../../src/runs/run-one.ts';
import { brokenBy } from './broken/broken-server.ts';

const options = { random: new Random('small'), database: 'sqlite' } as const;

/** Skips the test, with the reason, where there is no browser; in CI that is a failure. */
const orSkip = async (test: TestContext, run: Promise<Row>): Promise<Row | undefined> => {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env['CI'] === 'true') throw error;
    test.skip(error.message);
    return undefined;
  }
};

describe('a row of pnpm faults with a real browser', () => {
  it('finds answers that are there twice where nothing keeps a key unique', async (test) => {
    const row = await orSkip(test, chromium({ ...options, amount: 20, settings: brokenBy('stores-each-time') }));
    if (!row) return;
    assert.ok(row.losses!.twice > 0);
    assert.match(row.done, /^20 promised, /);
  });

  it('finds answers that a killed device had promised and has forgotten', async (test) => {
    const forget = (profile: string): Promise<void> => rm(join(profile, 'Default'), { recursive: true, force: true });
    const row = await orSkip(test, browserKills({ ...options, amount: 2 }, forget));
    if (!row) return;
    assert.match(row.done, /^2 kills with \d+ answers waiting, [1-9]/);
    assert.ok(row.losses!.lost > 0);
    assert.match(row.wrong.join('\n'), /^(?:lost |undelivered .* nobody knows)/m);
  });
});
