import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems } from '@cmto/contract';
import { isRetried } from '../../src/outbox/delivery-rules.ts';
import { retryDelay } from '../../src/outbox/retry-delay.ts';

describe('whether an answer is sent again by itself', () => {
  it('is no for what our server says about this answer, and yes for what it says about this moment', () => {
    const elsewhere = ['results.not-published', 'attachment.offset'];
    const retried = Object.keys(problems).filter((code) => isRetried(code) && !elsewhere.includes(code));
    assert.deepEqual(retried, ['request.rate-limited', 'server.unavailable', 'server.failed', 'idempotency.in-flight']);
  });

  it('is yes for whatever the network says, and for a code of a newer server', () => {
    for (const code of ['network.unreachable', 'network.timeout', 'network.unexpected', 'future.reason', 'survey.new'])
      assert.equal(isRetried(code), true, code);
  });
});

describe('how long an answer waits to be sent again', () => {
  it('is any time up to a limit that doubles and ends at a quarter of an hour', () => {
    assert.deepEqual(
      [1, 2, 3, 9, 10, 60, 2000].map((attempts) => retryDelay(attempts, 0.999_999)).map(Math.round),
      [2, 4, 8, 512, 900, 900, 900],
    );
    assert.equal(retryDelay(60, 0.5), 450, 'spread over the whole, so that devices do not come together');
    assert.equal(retryDelay(3, 0), 1, 'never at once');
  });

  it('is never less than the server has asked for', () => {
    assert.equal(retryDelay(1, 0.5, 30), 30);
  });
});
