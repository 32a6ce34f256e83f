import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { apiSuite, suiteConsultations, suiteServices, suiteVersions } from '../../src/api-suite/index.ts';
import { createMockApi } from '../../src/handlers/index.ts';
import { municipalityList } from '../../src/municipalities.ts';

const data = (name: string): string =>
  readFileSync(new URL(import.meta.resolve(`@cmto/contract/data/${name}`)), 'utf8');

const base = 'https://partecipa.example.it/api/v1';
const api = createMockApi({
  base,
  services: suiteServices,
  consultations: suiteConsultations,
  municipalities: () => municipalityList(data('municipalities.csv'), JSON.parse(data('zones.json'))),
});
const server = setupServer(...api.handlers);

for (const { survey, withdrawn } of suiteVersions(Date.now())) {
  api.publish(survey);
  if (withdrawn) api.surveys.withdraw(survey.slug, survey.version);
}

describe('msw handlers keep the contract', () => {
  before(() => server.listen());
  after(() => server.close());
  apiSuite({ ask: (path, init) => fetch(base + path, init), describe, it, capabilities: { scanner: true } });
});
