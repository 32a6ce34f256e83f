import { after, before, describe, it } from 'node:test';
import { apiSuite, suiteConsultations, suiteServices, suiteVersions } from '@cmto/testing/api-suite';
import { consult } from '../support/consultations.ts';
import { offer } from '../support/requests.ts';
import { testScanner } from '../support/test-scanner.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

describe('the reference server keeps the contract', () => {
  let server: TestServer;
  let clean = async (): Promise<void> => undefined;
  before(async () => {
    server = await aServer(
      { after: (work) => (clean = work) },
      { now: Date.now, environment: { CMTO_SCAN_COMMAND: testScanner } },
    );
    const versions = suiteVersions(Date.now());
    for (const { survey } of versions) await server.publish(survey);
    await offer(server, ...suiteServices);
    await consult(server, ...suiteConsultations);
    for (const { survey, withdrawn } of versions) {
      if (withdrawn) await server.surveys.withdraw(survey.slug, survey.version);
    }
  });
  after(() => clean());
  apiSuite({
    ask: (path, init) => server.ask(path, init),
    describe,
    it,
    capabilities: { origins: true, scanner: true, signIn: true },
  });
});
