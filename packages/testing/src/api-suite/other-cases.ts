import { municipalityListSchema, statusSchema } from '@cmto/contract/schemas';
import { expect, expectEqual, expectJson, expectProblem } from './service.ts';
import type { Suite } from './suite.ts';

export function otherCases({ ask, it }: Suite): void {
  it('says that it can take answers', async () => {
    statusSchema.parse(await expectJson(await ask('/status'), 200));
  });

  it('serves the municipalities, to be kept for a while', async () => {
    const answer = await ask('/municipalities');
    const { municipalities } = municipalityListSchema.parse(await expectJson(answer, 200));
    expect(
      municipalities.some(({ code }) => code === '001272'),
      'Torino is among them',
    );
    expect(/max-age=[1-9]/.test(answer.headers.get('cache-control') ?? ''), 'may be kept');
    const again = await ask('/municipalities', { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
    expectEqual(again.status, 304, 'status to whoever holds it');
  });

  it('describes itself', async () => {
    const document = (await expectJson(await ask('/openapi.json'), 200)) as { openapi: string; paths: object };
    expect(document.openapi.startsWith('3.1'), 'OpenAPI 3.1');
    for (const path of ['/surveys/{slug}', '/surveys/{slug}/responses', '/receipts/{receiptCode}']) {
      expect(
        Object.keys(document.paths).some((known) => known.endsWith(path)),
        `${path} is described`,
      );
    }
  });

  it('publishes no results where the definition does not say so', async () => {
    await expectProblem(await ask('/surveys/verifica-aperta/results'), 'results.not-published');
    await expectProblem(await ask('/surveys/non-esiste/results'), 'survey.not-found');
  });

  it('answers an unknown address and an unserved method with a problem', async () => {
    await expectProblem(await ask('/nulla'), 'request.not-found');
    await expectProblem(await ask('/surveys/verifica-aperta', { method: 'DELETE' }), 'request.method-not-allowed');
    const answer = await ask('/surveys/verifica-aperta/responses');
    expect(/POST/.test(answer.headers.get('allow') ?? ''), 'Allow names POST');
    await expectProblem(answer, 'request.method-not-allowed');
  });

  it('sets no cookie', async () => {
    for (const path of ['/surveys/verifica-aperta', '/status', '/municipalities']) {
      expectEqual((await ask(path)).headers.get('set-cookie'), null, path);
    }
  });
}
