import { startMockApi } from '@cmto/testing/handlers/browser';
import { apiSuite, suiteConsultations, suiteServices, suiteVersions } from '@cmto/testing/api-suite';
import { aSurvey } from '@cmto/testing/builders';
import { municipalityList } from '@cmto/testing/municipalities';
import { expect } from 'chai';

const base = 'https://partecipa.example.it/api/v1';
const data = async (name: string): Promise<string> => (await fetch(`/packages/contract/data/${name}`)).text();

describe('the mock service in a browser', () => {
  let api: Awaited<ReturnType<typeof startMockApi>>;

  before(async () => {
    api = await startMockApi({
      base,
      services: suiteServices,
      consultations: suiteConsultations,
      municipalities: async () =>
        municipalityList(await data('municipalities.csv'), JSON.parse(await data('zones.json'))),
    });
    for (const { survey, withdrawn } of suiteVersions(Date.now())) {
      api.publish(survey);
      if (withdrawn) api.surveys.withdraw(survey.slug, survey.version);
    }
  });
  after(() => api.stop());

  apiSuite({ ask: (path, init) => fetch(base + path, init), describe, it });

  describe('the network between', () => {
    it('is offline, comes back, and notes what it was asked', async () => {
      api.reset(aSurvey());
      const back = api.network.offline();
      const failed = await fetch(`${base}/surveys/prova`).then(
        () => false,
        () => true,
      );
      expect(failed).to.equal(true);
      back();
      expect((await fetch(`${base}/surveys/prova`, { credentials: 'omit' })).status).to.equal(200);
      expect(api.received.map(({ path, credentials }) => [path, credentials])).to.deep.equal([
        ['/surveys/prova', 'same-origin'],
        ['/surveys/prova', 'omit'],
      ]);
    });
  });
});
