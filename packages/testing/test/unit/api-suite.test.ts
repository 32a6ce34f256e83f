import { after, before, describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { apiSuite, suiteConsultations, suiteServices, suiteVersions } from '../../src/api-suite/index.ts';
import { createMockApi } from '../../src/handlers/index.ts';

const base = 'https://partecipa.example.it/api/v1';
const versions = suiteVersions(Date.now());

describe('the msw handlers keep the contract', () => {
  const api = createMockApi({
    base,
    surveys: versions.map(({ survey }) => survey),
    services: suiteServices,
    consultations: suiteConsultations,
  });
  const server = setupServer(...api.handlers);
  before(() => {
    for (const { survey, withdrawn } of versions) if (withdrawn) api.surveys.withdraw(survey.slug, survey.version);
    server.listen();
  });
  after(() => server.close());
  apiSuite({ ask: (path, init) => fetch(base + path, init), describe, it });
});
