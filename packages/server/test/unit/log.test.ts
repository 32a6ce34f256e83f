import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { createLogger } from '../../src/http/log.ts';
import { asFetch, aServer } from '../support/test-server.ts';

describe('the log', () => {
  it('names routes, not addresses, and nothing of the person or the answer', async (test) => {
    const lines: string[] = [];
    const logger = createLogger('debug', { write: (line) => void lines.push(line) });
    const key = aKey();
    const secret = 'parola-riservata';
    const headers = {
      'User-Agent': 'lettore-prova',
      'X-Forwarded-For': '203.0.113.9',
      Referer: 'https://example.it/chi',
    };
    const server = await aServer(test, { logger, environment: { CMTO_TRUST_PROXY: '127.0.0.1' } });
    await server.publish(aSurvey());
    const { receiptCode } = (await (
      await server.post(aSubmission({ text: secret }), { key, headers })
    ).json()) as Receipt;
    const get = asFetch(server.app);
    await get(`/r/${receiptCode}?utente=rossi`, { headers });
    await get(`/api/v1/receipts/${receiptCode}?utente=rossi`, { headers });
    await get('/nulla/rossi-mario', { headers });
    await server.post(`{"${secret}`, { key, headers });
    const all = lines.join('');
    for (const trace of [
      key,
      secret,
      receiptCode,
      'lettore-prova',
      '203.0.113.9',
      '127.0.0.1',
      'rossi',
      'example.it/chi',
    ]) {
      assert.ok(!all.includes(trace), `${trace} in ${all}`);
    }
    assert.match(all, /"route":"\/r\/:code","status":200/);
    assert.match(all, /"method":"POST","route":"\/api\/v1\/surveys\/:slug\/responses","status":201/);
  });

  it('says what failed, without the error’s own words', async (test) => {
    const lines: string[] = [];
    const logger = createLogger('debug', { write: (line) => void lines.push(line) });
    const server = await aServer(test, {
      logger,
      storeBatch: () => Promise.reject(new Error('near "parola-riservata"')),
    });
    await server.publish(aSurvey());
    const answer = await server.post(aSubmission());
    assert.equal(answer.status, 500);
    assert.ok(!(await answer.text()).includes('parola-riservata'));
    assert.ok(!lines.join('').includes('parola-riservata'));
    assert.match(lines.join(''), /"code":"server.failed".*"stack":/);
  });
});
