import { aSurvey } from '@cmto/testing/builders';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { expect } from 'chai';
import { asked, base, place, type Service, surveyIn } from './stage.ts';

describe('the loader, on a page with a provider', () => {
  let service: Service;
  const own = 'https://partecipa.example.it/api/v1';

  before(async () => {
    service = await startMockApi({ base: own, surveys: [aSurvey(), aSurvey({ slug: 'altro' })] });
  });

  after(async () => {
    document.body.replaceChildren();
    await service.stop();
  });

  it('asks the provider’s service for what stands inside it, from the first request on, and once', async () => {
    const provider = place('cmto-provider', { api: own });
    const tag = place('cmto-survey', { slug: 'prova' }, provider);
    await import('../../src/loader.ts');
    await surveyIn(tag).asked('Domanda text');
    expect(asked(service, 'prova')).to.equal(1);
    const wrong = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(base));
    expect(wrong, 'nobody asked the loader’s own').to.deep.equal([]);
  });

  it('lets a tag name its own service', async () => {
    const provider = place('cmto-provider', { api: `${own}/altrove` });
    const tag = place('cmto-survey', { slug: 'altro', api: own }, provider);
    await surveyIn(tag).asked('Domanda text');
    expect(asked(service, 'altro')).to.equal(1);
  });
});
