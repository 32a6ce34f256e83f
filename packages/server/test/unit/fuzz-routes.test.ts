import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enough, fuzz } from '../fuzz/fuzz.ts';
import { consultations, surveys } from '../fuzz/offered.ts';
import { Tally } from '../fuzz/tally.ts';
import { consult } from '../support/consultations.ts';

describe('every route, whatever is sent to it', () => {
  it('answers, never with a failure, and takes some of what is sent', async (test) => {
    const { bodies, failure, neverTaken, tally } = await fuzz(test, { runs: enough, seed: 20261121 });
    assert.equal(failure, undefined);
    assert.equal(bodies, enough);
    assert.deepEqual(neverTaken, []);
    // Without these the requests would be too wild to get anywhere.
    for (const status of [200, 201, 202, 404, 409, 422]) assert.ok(tally.statuses.get(status)! > 5, `${status}`);
    for (const [route, { sent, judged }] of tally.routes)
      if (/^(?:POST|PUT) /.test(route)) assert.ok(judged > 0.02 * sent, `${route} looks at what is there`);
  });

  it('is sent the same when the seed is the same', async (test) => {
    const first = await fuzz(test, { runs: 200, seed: 3 });
    const again = await fuzz(test, { runs: 200, seed: 3 });
    assert.deepEqual([...again.tally.routes].sort(), [...first.tally.routes].sort());
    const other = await fuzz(test, { runs: 200, seed: 4 });
    assert.notDeepEqual([...other.tally.routes].sort(), [...first.tally.routes].sort());
  });

  it('shows the smallest request that a faulty service fails at', async (test) => {
    const service = { storeBatch: () => Promise.reject(new Error('a mistake')) };
    const { failure } = await fuzz(test, {
      runs: 5000,
      seed: 1,
      service,
      stage: (server) => server.publish(...surveys),
    });
    assert.match(failure!, /^500 [^]*\nPOST \/api\/v1\/(?:surveys|ratings)[^]*"answers/);
  });

  it('shows the smallest request that a slow service takes too long for', async (test) => {
    let passed = 0;
    // Whoever asks a service for the time of an answer that it takes in waits two seconds, by the clock of this test.
    const service = { now: () => ((passed += 2000), Date.now()) };
    const { failure } = await fuzz(test, { runs: 5000, seed: 1, service, time: () => passed });
    assert.match(failure!, /^\d000 ms at best of 4 times\nPOST \/api\/v1\//);
  });

  it('lets a service be slow once, as every one is on a busy machine, and counts it', async (test) => {
    let passed = 0;
    let asked = 0;
    const isBusy = (): boolean => (asked += 1) % 100 === 0;
    const service = { now: () => ((passed += isBusy() ? 2000 : 0), Date.now()) };
    const { failure, excused, longest, bodies } = await fuzz(test, {
      runs: 1000,
      seed: 1,
      service,
      time: () => passed,
    });
    assert.equal(failure, undefined);
    assert.ok(excused > 0);
    assert.equal(longest, 2000);
    assert.equal(bodies, 1000);
  });

  it('names the routes at which nothing came through', async (test) => {
    const stage = async (server: Parameters<typeof consult>[0]): Promise<void> => {
      await server.publish(...surveys);
      await consult(server, ...consultations);
    };
    const { failure, neverTaken } = await fuzz(test, { runs: 600, seed: 1, stage });
    assert.equal(failure, undefined);
    const ofServices = ['GET /services/{slug}', 'POST /services/{slug}/requests', 'POST /sign-in/starts'];
    for (const route of ofServices) assert.ok(neverTaken.includes(route), route);
    assert.ok(!neverTaken.includes('POST /surveys/{slug}/responses'));
  });
});

describe('Tally', () => {
  it('does not take a refusal for its form for a look at what is there', () => {
    const tally = new Tally();
    for (const code of [
      'request.invalid',
      'request.malformed',
      'origin.not-allowed',
      'idempotency.missing',
      'submission.invalid',
    ])
      tally.note('POST /ratings', 400, code);
    assert.equal(tally.routes.get('POST /ratings')!.judged, 0);
    tally.note('POST /ratings', 422, 'idempotency.mismatch');
    assert.deepEqual(tally.routes.get('POST /ratings'), { sent: 6, taken: 0, judged: 1 });
    assert.deepEqual(tally.neverTaken(['POST /ratings', 'GET /status']), ['POST /ratings', 'GET /status']);
  });
});
