import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aSubmission, aSurvey } from '@cmto/testing/builders';
import { aServer, type TestServer } from '../support/test-server.ts';

const production = { environment: { CMTO_ALLOW_LOOPBACK: 'off', CMTO_PUBLIC_URL: 'https://partecipa.example.it' } };

async function allow(
  server: TestServer,
  values: { allowed_origins?: string; allow_null_origin?: number },
): Promise<void> {
  const { db } = server.database;
  await db.updateTable('departments').set(values).where('id', '=', 'pianificazione-strategica').execute();
  await db.updateTable('catalogue').set({ revision: 99 }).execute();
}

const send = (server: TestServer, origin: string, headers: Record<string, string> = {}) =>
  server.post(aSubmission(), { headers: { Origin: origin, ...headers } });

describe('origins', () => {
  it('of the loopback are allowed only in the embedded default, on any port and name', async (test) => {
    const embedded = await aServer(test);
    await embedded.publish(aSurvey());
    const local = [
      'http://localhost',
      'http://localhost:8080',
      'https://127.0.0.1:1',
      'http://[::1]:3000',
      'http://cms.localhost',
    ];
    for (const origin of local)
      assert.equal((await send(embedded, origin)).headers.get('access-control-allow-origin'), origin);
    const foreign = [
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'http://evil.example/localhost',
      'http://10.0.0.1',
    ];
    for (const origin of foreign) assert.equal((await send(embedded, origin)).status, 403, origin);
    const server = await aServer(test, production);
    await server.publish(aSurvey());
    for (const origin of local) assert.equal((await send(server, origin)).status, 403, origin);
  });

  it('of pages without one (a sandboxed frame) are allowed only where the department says so, and only for surveys', async (test) => {
    const server = await aServer(test, production);
    await server.publish(aSurvey(), aSurvey({ slug: 'altra', department: 'sviluppo-economico' }));
    assert.equal((await send(server, 'null')).status, 403);
    await allow(server, { allow_null_origin: 1 });
    const answer = await send(server, 'null');
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [201, 'null']);
    const other = await server.ask('/surveys/altra', { headers: { Origin: 'null' } });
    assert.equal(other.headers.get('access-control-allow-origin'), null);
    const receipt = await server.ask('/receipts/x', { headers: { Origin: 'null' } });
    assert.equal(receipt.headers.get('access-control-allow-origin'), null);
  });

  it('of any department are allowed where no survey is named', async (test) => {
    const server = await aServer(test, production);
    await allow(server, { allowed_origins: '["https://www.example.it"]' });
    const headers = { Origin: 'https://www.example.it' };
    assert.equal(
      (await server.ask('/receipts/x', { headers })).headers.get('access-control-allow-origin'),
      headers.Origin,
    );
  });

  it('of the service itself need no permission', async (test) => {
    const server = await aServer(test, production);
    await server.publish(aSurvey());
    assert.equal((await send(server, 'https://partecipa.example.it')).status, 201);
    assert.equal((await send(server, 'https://intern.example.it', { Host: 'intern.example.it' })).status, 201);
    assert.equal((await send(server, 'https://alias.example.it', { 'Sec-Fetch-Site': 'same-origin' })).status, 201);
  });

  it('are not asked of whoever is no browser', async (test) => {
    const server = await aServer(test, production);
    await server.publish(aSurvey());
    assert.equal((await server.post(aSubmission())).status, 201);
  });
});
