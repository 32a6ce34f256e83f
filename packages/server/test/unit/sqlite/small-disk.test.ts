import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { problemSchema } from '@cmto/contract/schemas';
import { aKey } from '@cmto/testing/builders';
import { aSurveyPlace, send, start, storedHashes } from '../../support/server-process.ts';
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts';
import type { Place } from '../../support/database.ts';

/** A place on a disk of its own; undefined where we may not make one. */
async function aSmallPlace(test: TestContext, size: string): Promise<{ place: Place; disk: SmallDisk } | undefined> {
  const cleaning: (() => Promise<void>)[] = [];
  let disk: SmallDisk | undefined;
  const place = await aSurveyPlace({ after: (clean) => cleaning.push(clean) }, ({ dataDir }) => {
    disk = mountSmallDisk(dataDir, size);
  });
  test.after(async () => {
    disk?.remove();
    for (const clean of cleaning) await clean();
  });
  return disk && { place, disk };
}

/** Sends answers, eight at a time, until so many were refused. */
async function fill(base: string, enough: number): Promise<{ acknowledged: string[]; refused: string[] }> {
  const acknowledged: string[] = [];
  const refused: string[] = [];
  const sendOne = async (): Promise<void> => {
    const key = aKey();
    const answer = await send(base, key);
    const body: unknown = await answer.json();
    if (answer.status === 201) return void acknowledged.push(key);
    refused.push(key);
    assert.equal(answer.status, 503);
    assert.equal(problemSchema.parse(body).code, 'server.unavailable');
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  };
  while (refused.length < enough) await Promise.all(Array.from({ length: 8 }, sendOne));
  return { acknowledged, refused };
}

describe('a server whose disk is full', () => {
  it('says so, has exactly what it acknowledged, also when it is killed then, and goes on with more room', async (test) => {
    const made = await aSmallPlace(test, '2m');
    if (!made) return test.skip('only root on Linux can make a small disk');
    const { place, disk } = made;
    const first = await start(test, place);
    const { acknowledged, refused } = await fill(first.base, 20);
    assert.ok(acknowledged.length > 0);
    const ended = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await ended;
    disk.grow('64m');
    assert.deepEqual([...(await storedHashes(place)).keys()].sort(), acknowledged.toSorted());
    const { base } = await start(test, place);
    for (const key of refused) assert.equal((await send(base, key)).status, 201);
    for (const key of acknowledged) assert.equal((await send(base, key)).status, 200);
  });

  it('goes on by itself when there is room again', async (test) => {
    const made = await aSmallPlace(test, '2m');
    if (!made) return test.skip('only root on Linux can make a small disk');
    const { base } = await start(test, made.place);
    const { acknowledged, refused } = await fill(base, 8);
    made.disk.grow('64m');
    for (const key of refused) assert.equal((await send(base, key)).status, 201);
    assert.equal((await storedHashes(made.place)).size, acknowledged.length + refused.length);
  });
});
