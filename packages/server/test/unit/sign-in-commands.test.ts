import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { ServiceRepository } from '@cmto/server';
import { run } from '../support/run-command.ts';
import { aServer } from '../support/test-server.ts';

const provider = {
  CMTO_OIDC_ISSUER: 'https://accesso.example.it',
  CMTO_OIDC_CLIENT_ID: 'partecipa',
  CMTO_OIDC_CLIENT_SECRET: 'parola',
};

describe('service publish', () => {
  it('warns where applicants have to sign in, and nobody can', async (test) => {
    const server = await aServer(test);
    const services = new ServiceRepository(server.database.db);
    await services.import(aService({ slug: 'istanza', identity: 'eid' }));
    await services.import(aService({ slug: 'segnalazione' }));
    const published = await run(server, 'service', 'publish', 'istanza');
    assert.match(published.said, /istanza: version 1 published/);
    assert.match(published.warned, /^warning: istanza: .*CMTO_OIDC_ISSUER/);
    assert.equal((await run(server, 'service', 'publish', 'segnalazione')).warned, '');
    const ready = { ...server, environment: { ...server.environment, ...provider } };
    assert.equal((await run(ready, 'service', 'publish', 'istanza')).warned, '');
  });
});
