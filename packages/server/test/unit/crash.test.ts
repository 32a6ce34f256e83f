import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { databaseFile } from '@cmto/server';
import { aKey } from '@cmto/testing/builders';
import {
  aSurveyPlace,
  main,
  replayAll,
  send,
  sendUntilGone,
  start,
  stop,
  storedHashes,
} from '../support/server-process.ts';

describe('a server killed under load', () => {
  it('has stored all it acknowledged, and answers every replay', async (test) => {
    const place = await aSurveyPlace(test);
    const first = await start(test, place);
    const sent = await sendUntilGone(first.base, 100, () => first.child.kill('SIGKILL'));
    const second = await start(test, place);
    await replayAll(second.base, sent);
    await stop(second);
    const stored = await storedHashes(place);
    for (const [key, { contentHash }] of sent.receipts) assert.equal(stored.get(key), contentHash);
    assert.deepEqual([...stored.keys()].sort(), [...sent.keys].sort());
  });
});

describe('a server told to stop under load', () => {
  it('finishes what it took, empties its log and ends with 0', async (test) => {
    const place = await aSurveyPlace(test);
    const { child, base } = await start(test, place);
    const exit = once(child, 'exit');
    const { receipts } = await sendUntilGone(base, 50, () => child.kill('SIGTERM'));
    assert.deepEqual(await exit, [0, null]);
    assert.ok(!existsSync(`${databaseFile(place.dataDir)}-wal`), 'no write-ahead log is left');
    const stored = await storedHashes(place);
    for (const [key, { contentHash }] of receipts) assert.equal(stored.get(key), contentHash);
  });
});

describe('two servers on one database', () => {
  it('store each key once between them', async (test) => {
    const place = await aSurveyPlace(test);
    const [one, other] = await Promise.all([start(test, place), start(test, place)]);
    const keys = Array.from({ length: 60 }, aKey);
    const answers = await Promise.all(
      keys.flatMap((key) => [send(one.base, key), send(other.base, key), send(one.base, key)]),
    );
    const statuses = Object.groupBy(answers, ({ status }) => String(status));
    assert.deepEqual(Object.keys(statuses).sort(), ['200', '201']);
    assert.equal(statuses['201']!.length, keys.length);
    await Promise.all([stop(one), stop(other)]);
    assert.equal((await storedHashes(place)).size, keys.length);
  });
});

describe('a server that is given another secret', () => {
  it('does not start on the answers there are: their receipts would open nothing', async (test) => {
    const place = await aSurveyPlace(test);
    const first = await start(test, place);
    assert.equal((await send(first.base, aKey())).status, 201);
    await stop(first);
    const environment = { ...process.env, ...place.environment, CMTO_SECRET: 'x'.repeat(40), PORT: '0' };
    const failed = promisify(execFile)(process.execPath, [main], { env: environment });
    await assert.rejects(failed, (error: { code: number; stderr: string }) => {
      assert.match(error.stderr, /^The server cannot start\. The secret is not the one/);
      return error.code === 1;
    });
  });
});
