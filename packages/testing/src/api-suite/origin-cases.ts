import { aKey, aSubmission } from '../builders/index.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

const stranger = 'https://altrove.example';
const exposed = ['ETag', 'Date', 'Location', 'Retry-After', 'Idempotent-Replayed', 'Upload-Offset'];

export function originCases({ ask, it }: Suite): void {
  const varies = (answer: Response): boolean => /\bOrigin\b/i.test(answer.headers.get('vary') ?? '');

  it('lets a page of an unknown origin read nothing and send nothing', async () => {
    const read = await ask('/surveys/verifica-aperta', { headers: { Origin: stranger } });
    expectEqual(read.headers.get('access-control-allow-origin'), null, 'permission to read');
    expect(varies(read), 'Vary: Origin');
    const sent = await post(ask, aSubmission(), { headers: { Origin: stranger } });
    expectEqual(sent.headers.get('access-control-allow-origin'), null, 'permission to send');
    await expectProblem(sent, 'origin.not-allowed');
  });

  it('varies by origin also where none is told', async () => {
    expect(varies(await ask('/surveys/verifica-aperta')), 'Vary: Origin');
  });

  it('never reflects a null origin by itself, and never allows credentials', async () => {
    const answer = await ask('/surveys/verifica-aperta', { headers: { Origin: 'null' } });
    expectEqual(answer.headers.get('access-control-allow-origin'), null, 'permission');
    expectEqual(answer.headers.get('access-control-allow-credentials'), null, 'credentials');
  });

  it('answers a preflight of a page on the loopback', async () => {
    const Origin = 'http://localhost:5173';
    const answer = await ask('/surveys/verifica-aperta/responses', {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });
    expect(answer.status === 204 || answer.status === 200, `status ${answer.status}`);
    expectEqual(answer.headers.get('access-control-allow-origin'), Origin, 'origin');
    expect(/POST/.test(answer.headers.get('access-control-allow-methods') ?? ''), 'POST is allowed');
    expect(/idempotency-key/i.test(answer.headers.get('access-control-allow-headers') ?? ''), 'the key is allowed');
    const sent = await post(ask, aSubmission(), { key: aKey(), headers: { Origin } });
    expectEqual(sent.headers.get('access-control-allow-origin'), Origin, 'origin of the answer');
    for (const name of exposed) {
      expect((sent.headers.get('access-control-expose-headers') ?? '').includes(name), `${name} is exposed`);
    }
    await expectJson(sent, 201);
  });

  it('lets every page read the municipalities', async () => {
    const answer = await ask('/municipalities', { headers: { Origin: stranger } });
    expectEqual(answer.headers.get('access-control-allow-origin'), '*', 'origin');
  });
}
