import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey, aRequest, aService, aSubmission, aSurvey } from '@cmto/testing/builders';
import type { Receipt } from '@cmto/contract';
import { codeOf, letters, offer, request, sent, statusOf, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aServer, noon, type TestServer } from '../support/test-server.ts';

const day = 24 * 3_600_000;

const anOffice = async (test: Parameters<typeof aServer>[0], service = aService()): Promise<TestServer> => {
  const server = await aServer(test);
  await offer(server, service);
  return server;
};

const rows = async ({ database: { db } }: TestServer) => {
  const count = async (table: 'responses' | 'requests' | 'register_entries' | 'mail_queue' | 'protocol_tasks') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows,
    );
  return {
    responses: await count('responses'),
    requests: await count('requests'),
    entries: await count('register_entries'),
    letters: await count('mail_queue'),
    tasks: await count('protocol_tasks'),
  };
};

describe('GET /services/{slug}', () => {
  it('serves the definition, and nothing of surveys', async (test) => {
    const server = await anOffice(test);
    await server.publish(aSurvey());
    const answer = await server.ask('/services/assistenza');
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { procedure: { days: number } }).procedure.days, 30);
    assert.equal((await server.ask('/services/prova')).status, 404);
    assert.equal((await server.ask('/surveys/assistenza')).status, 404);
    assert.equal(await codeOf(await server.ask('/services/nessuno')), 'service.not-found');
  });
});

describe('POST /services/{slug}/requests', () => {
  it('stores, registers, orders a letter and a task, all at once', async (test) => {
    const server = await anOffice(test);
    const answer = await request(server);
    assert.equal(answer.status, 201);
    const receipt = (await answer.json()) as { id: string; register: object };
    assert.deepEqual(receipt.register, {
      code: 'CMTO-RI',
      year: 2026,
      number: '0000001',
      status: 'provisional',
    });
    assert.deepEqual(await rows(server), { responses: 1, requests: 1, entries: 1, letters: 1, tasks: 1 });
    assert.deepEqual(
      (await letters(server, receipt.id)).map(({ template }) => template),
      ['receipt'],
    );
  });

  it('answers the same content with the same receipt, and registers it once', async (test) => {
    const server = await anOffice(test);
    const key = aKey();
    const first = await request(server, aRequest(), { key });
    const again = await request(server, aRequest(), { key });
    assert.equal(again.status, 200);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.deepEqual(await again.json(), await first.json());
    assert.deepEqual(await rows(server), { responses: 1, requests: 1, entries: 1, letters: 1, tasks: 1 });
  });

  it('registers one of fifty that come at once under one key, and numbers fifty keys without a gap', async (test) => {
    const server = await anOffice(test);
    const key = aKey();
    const same = await Promise.all(Array.from({ length: 50 }, () => request(server, aRequest(), { key })));
    assert.deepEqual(same.map(({ status }) => status).sort(), [...Array<number>(49).fill(200), 201]);
    const others = await Promise.all(Array.from({ length: 50 }, () => sent(server)));
    const numbers = others.map(({ register }) => Number(register!.number)).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: 50 }, (_, at) => at + 2),
    );
  });

  it('refuses a key that a survey, another service or other content has', async (test) => {
    const server = await anOffice(test);
    await server.publish(aSurvey());
    await offer(server, aService({ slug: 'altro' }));
    const key = aKey();
    assert.equal((await server.post(aSubmission(), { key })).status, 201);
    assert.equal(await codeOf(await request(server, aRequest(), { key })), 'idempotency.mismatch');
    const mine = aKey();
    await sent(server, aRequest(), mine);
    for (const [body, slug] of [
      [aRequest({ tema: 'altro' }), 'assistenza'],
      [aRequest(), 'altro'],
    ] as const)
      assert.equal(await codeOf(await request(server, body, { key: mine, slug })), 'idempotency.mismatch');
    assert.equal(await codeOf(await server.post(aSubmission(), { key: mine })), 'idempotency.mismatch');
    assert.equal((await rows(server)).entries, 1);
  });

  it('gives the key of a message to nobody else, and a message no key that is or was another’s', async (test) => {
    const server = await anOffice(test);
    await server.publish(aSurvey());
    const { receiptCode } = await sent(server);
    const [written, answered, gone] = [aKey(), aKey(), aKey()];
    const addition = { kind: 'addition', text: 'Ecco.' };
    assert.equal((await write(server, receiptCode, addition, written)).status, 201);
    assert.equal(await codeOf(await server.post(aSubmission(), { key: written })), 'idempotency.mismatch');
    assert.equal(await codeOf(await request(server, aRequest(), { key: written })), 'idempotency.mismatch');
    await server.post(aSubmission(), { key: answered });
    assert.equal(await codeOf(await write(server, receiptCode, addition, answered)), 'idempotency.mismatch');
    const { receiptCode: erased } = (await (await server.post(aSubmission(), { key: gone })).json()) as Receipt;
    await run(server, 'response', 'erase', erased);
    assert.equal(await codeOf(await write(server, receiptCode, addition, gone)), 'submission.erased');
    assert.equal((await rows(server)).responses, 2);
    assert.deepEqual(
      (await statusOf(server, receiptCode)).messages.map(({ id }) => id),
      [written],
    );
    const counted = await server.database.db.selectFrom('survey_counts').select('responses').execute();
    assert.deepEqual(
      counted.map((row) => row.responses),
      [1, 1],
    );
  });

  it('leaves nothing behind when the register fails', async (test) => {
    const server = await anOffice(test);
    const { register } = server.app.services;
    const enter = register.register.bind(register);
    register.register = () => Promise.reject(new Error('the register is away'));
    const key = aKey();
    assert.equal((await request(server, aRequest(), { key })).status, 500);
    assert.deepEqual(await rows(server), { responses: 0, requests: 0, entries: 0, letters: 0, tasks: 0 });
    register.register = enter;
    assert.equal((await request(server, aRequest(), { key })).status, 201);
  });

  it('refuses what the rules refuse, and what no envelope holds', async (test) => {
    const server = await anOffice(test);
    assert.equal(await codeOf(await request(server, aRequest({ privacy: false }))), 'submission.invalid');
    for (const extra of [{ state: 'closed' }, { register: { number: '1' } }, { isFormal: true }, { id: aKey() }])
      assert.equal(await codeOf(await request(server, { ...aRequest(), ...extra })), 'request.invalid');
    assert.equal((await rows(server)).responses, 0);
  });

  it('asks who signed in where the service wants it', async (test) => {
    const server = await anOffice(test, aService({ identity: 'eid' }));
    assert.equal(await codeOf(await request(server)), 'identity.required');
    assert.equal(await codeOf(await request(server, aRequest({}, { identity: 'x'.repeat(43) }))), 'identity.required');
    assert.equal((await rows(server)).responses, 0);
  });
});

describe('GET /receipts/{receiptCode} of a request', () => {
  it('tells unit, deadline, silence and what happened', async (test) => {
    const server = await anOffice(test);
    const { receiptCode } = await sent(server);
    const status = await statusOf(server, receiptCode);
    assert.equal(status.state, 'registered');
    assert.equal(status.subject, 'Assistenza su varianti al piano regolatore');
    assert.equal(status.isFormal, false);
    // Thirty days after 20 November, to the end of the day in Rome.
    assert.equal(status.procedure.deadline, '2026-12-20T23:00:00Z');
    assert.deepEqual(
      status.timeline.map(({ event }) => event),
      ['received', 'registered'],
    );
    assert.ok(!JSON.stringify(status).includes('ada.rossi@example.it'));
  });

  it('says plainly nothing to a wrong code', async (test) => {
    const server = await anOffice(test);
    await sent(server);
    assert.equal(await codeOf(await server.ask(`/receipts/${'0'.repeat(26)}`)), 'receipt.not-found');
  });

  it('shows the new number when the year has changed in Rome', async (test) => {
    const server = await anOffice(test);
    await sent(server);
    server.now = Date.parse('2026-12-31T23:00:00Z');
    const { receiptCode } = await sent(server);
    assert.deepEqual((await statusOf(server, receiptCode)).register, {
      code: 'CMTO-RI',
      year: 2027,
      number: '0000001',
      status: 'provisional',
    });
    assert.ok(noon + 40 * day < server.now);
  });
});
