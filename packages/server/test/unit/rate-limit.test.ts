import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemSchema } from '@cmto/contract/schemas';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { networkOf } from '../../src/http/network.ts';
import { TokenBuckets } from '../../src/http/token-buckets.ts';
import { aServer } from '../support/test-server.ts';

const limited = { environment: { CMTO_RATE_LIMIT: 'on', CMTO_TRUST_PROXY: '127.0.0.1' } };
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

describe('the rate of requests', () => {
  it('is 300 at once, then 10 a second, told in headers', async (test) => {
    const server = await aServer(test, limited);
    await server.publish(aSurvey());
    const first = await server.post(aSubmission(), from('198.51.100.1'));
    assert.deepEqual(
      ['limit', 'remaining', 'reset'].map((name) => first.headers.get(`x-ratelimit-${name}`)),
      ['300', '299', '1'],
    );
    for (let sent = 1; sent < 300; sent += 1) await server.post('{', from('198.51.100.1'));
    const over = await server.post(aSubmission(), from('198.51.100.1'));
    assert.equal(over.status, 429);
    assert.deepEqual([over.headers.get('retry-after'), over.headers.get('x-ratelimit-remaining')], ['1', '0']);
    assert.equal(problemSchema.parse(await over.json()).code, 'request.rate-limited');
    assert.equal((await server.post(aSubmission(), from('198.51.100.2'))).status, 201, 'another address');
    server.now += 1000;
    for (let sent = 0; sent < 10; sent += 1)
      assert.equal((await server.post(aSubmission(), from('198.51.100.1'))).status, 201);
    assert.equal((await server.post(aSubmission(), from('198.51.100.1'))).status, 429);
  });

  it('does not count replays', async (test) => {
    const server = await aServer(test, { ...limited, rate: { burst: 3, perSecond: 0.001 } });
    await server.publish(aSurvey());
    const key = aKey();
    const send = () => server.post(aSubmission(), { key, ...from('198.51.100.1') });
    assert.equal((await send()).status, 201);
    for (let again = 0; again < 20; again += 1) assert.equal((await send()).status, 200);
  });

  it('counts reading and sending apart, so that a form can be sent however often pages were opened', async (test) => {
    const server = await aServer(test, { ...limited, rate: { burst: 2, perSecond: 0.001 } });
    await server.publish(aSurvey());
    const read = () => server.ask('/surveys/prova', from('198.51.100.1'));
    assert.deepEqual([(await read()).status, (await read()).status, (await read()).status], [200, 200, 429]);
    assert.equal((await server.post(aSubmission(), from('198.51.100.1'))).status, 201);
    assert.equal((await server.ask('/status', from('198.51.100.1'))).status, 200, 'health is never limited');
  });

  it('lets a refused page of another origin read why', async (test) => {
    const server = await aServer(test, { ...limited, rate: { burst: 0, perSecond: 1 } });
    await server.publish(aSurvey());
    const answer = await server.ask('/surveys/prova', { headers: { Origin: 'http://localhost:1' } });
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [429, 'http://localhost:1']);
  });
});

describe('networkOf', () => {
  it('is the address in IPv4, and the /64 in IPv6', () => {
    assert.equal(networkOf('198.51.100.7'), '198.51.100.7');
    assert.equal(networkOf('::ffff:198.51.100.7'), '198.51.100.7');
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
    assert.equal(networkOf('2001:0db8:0001:0002::1'), '2001:db8:1:2');
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0');
    assert.equal(networkOf('::1'), '0:0:0:0');
    assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0');
  });
});

describe('TokenBuckets', () => {
  it('refills, never above the burst, and forgets whom it knew under yesterday’s salt', () => {
    let now = 0;
    const buckets = new TokenBuckets({ burst: 2, perSecond: 1 }, () => now);
    const take = () => buckets.take('a').granted;
    assert.deepEqual([take(), take(), take()], [true, true, false]);
    now += 500;
    assert.equal(buckets.take('a').retryAfter, 1);
    now += 500;
    assert.equal(take(), true);
    now += 3_600_000;
    assert.deepEqual([take(), take(), take()], [true, true, false]);
    buckets.giveBack('a');
    assert.equal(take(), true);
    now += 24 * 3_600_000;
    assert.equal(buckets.take('a').remaining, 1);
  });

  it('is not confused by a clock set back', () => {
    let now = 1_000_000;
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => now);
    buckets.take('a');
    now -= 500_000;
    assert.equal(buckets.take('a').granted, false);
    now += 1000;
    assert.equal(buckets.take('a').granted, true);
  });
});
