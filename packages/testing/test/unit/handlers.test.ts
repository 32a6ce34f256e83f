import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { RequestStatus, Submission } from '@cmto/contract';
import { problemSchema, receiptSchema, receiptStatusSchema, surveySchema } from '@cmto/contract/schemas';
import { setupServer } from 'msw/node';
import {
  aField,
  aFile,
  aKey,
  anAttachment,
  aRequest,
  aService,
  aSubmission,
  aSurvey,
} from '../../src/builders/index.ts';
import { createMockApi } from '../../src/handlers/index.ts';

const base = 'https://partecipa.example.it/api/v1';
let now = Date.parse('2026-11-20T11:00:00Z');
const api = createMockApi({ base, now: () => now, inFlightLimit: 50 });
const server = setupServer(...api.handlers);

const post = (body: unknown, { key = aKey(), slug = 'prova' } = {}): Promise<Response> =>
  fetch(`${base}/surveys/${slug}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });

const codeOf = async (answer: Response): Promise<string> => problemSchema.parse(await answer.json()).code;

describe('msw handlers', () => {
  before(() => server.listen());
  after(() => server.close());
  afterEach(() => {
    now = Date.parse('2026-11-20T11:00:00Z');
    api.reset(aSurvey());
  });

  it('serve a definition with a tag, and 304 to whoever holds it', async () => {
    api.reset(aSurvey({ slug: 'uno' }));
    const first = await fetch(`${base}/surveys/uno`);
    assert.equal(surveySchema.parse(await first.json()).slug, 'uno');
    const again = await fetch(`${base}/surveys/uno`, { headers: { 'If-None-Match': first.headers.get('etag')! } });
    assert.equal(again.status, 304);
    assert.equal(await codeOf(await fetch(`${base}/surveys/due`)), 'survey.not-found');
  });

  it('accept a key once and answer it with the same receipt for ever', async () => {
    api.reset(aSurvey());
    const key = aKey();
    const first = await post(aSubmission({ text: ' ciao ' }), { key });
    const receipt = receiptSchema.parse(await first.json());
    assert.equal(first.status, 201);
    assert.equal(receipt.receivedAt, '2026-11-19T23:00:00Z', 'an anonymous answer tells only the day');
    const again = await post(aSubmission({ text: 'ciao' }), { key });
    assert.equal(again.status, 200);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.deepEqual(await again.json(), receipt);
    assert.equal(await codeOf(await post(aSubmission({ text: 'altro' }), { key })), 'idempotency.mismatch');
    const status = await fetch(`${base}/receipts/${receipt.receiptCode}`);
    assert.equal(receiptStatusSchema.parse(await status.json()).slug, 'prova');
    api.erase(key);
    assert.equal(await codeOf(await post(aSubmission({ text: 'ciao' }), { key })), 'submission.erased');
  });

  it('refuse what the contract refuses, with its pointers', async () => {
    api.reset(aSurvey());
    const refused = await post(aSubmission({ text: '', ignoto: 1 }));
    const { errors = [] } = problemSchema.parse(await refused.json());
    assert.deepEqual(
      errors.map(({ pointer, code }) => [pointer, code]),
      [
        ['/answers/text', 'answer.required'],
        ['/answers/ignoto', 'answer.unknown-field'],
      ],
    );
    assert.equal(await codeOf(await post({ ...aSubmission(), extra: 1 })), 'request.invalid');
    assert.equal(await codeOf(await post(aSubmission(), { key: 'x' })), 'idempotency.missing');
    assert.equal(await codeOf(await post(aSubmission({ text: 'x' }, { formVersion: 7 }))), 'survey.version-unknown');
    assert.equal(await codeOf(await fetch(`${base}/nulla`)), 'request.not-found');
    assert.equal(await codeOf(await fetch(`${base}/status`, { method: 'DELETE' })), 'request.method-not-allowed');
  });

  it('hold to the dates, and take in time of grace what was finished in time', async () => {
    const closesAt = '2026-11-20T12:00:00Z';
    api.reset(aSurvey({ closesAt, graceMinutes: 60, attribution: 'confidential' }));
    now = Date.parse('2026-11-20T12:30:00Z');
    assert.equal(await codeOf(await post(aSubmission())), 'survey.closed');
    const late = await post(aSubmission({ text: 'x' }, { completedAt: '2026-11-20T11:59:59Z' }));
    const { flags, completedAt } = receiptSchema.parse(await late.json());
    assert.deepEqual([flags, completedAt], [['late'], '2026-11-20T11:59:59Z']);
    api.reset(aSurvey({ opensAt: '2026-12-01T00:00:00Z' }));
    assert.equal(await codeOf(await post(aSubmission())), 'survey.not-open');
  });

  it('keep older versions until withdrawn', async () => {
    api.reset(aSurvey(), aSurvey({ version: 2, fields: [aField('number')] }));
    assert.equal((await post(aSubmission({ text: 'x' }))).status, 201);
    assert.equal((await post(aSubmission({ number: 3 }, { formVersion: 2 }))).status, 201);
    api.surveys.withdraw('prova', 1);
    assert.equal(await codeOf(await post(aSubmission({ text: 'x' }))), 'survey.version-withdrawn');
    assert.equal(await codeOf(await fetch(`${base}/surveys/prova?version=1`)), 'survey.version-withdrawn');
  });

  it('take files under their key before the answer that names them', async () => {
    api.reset(aSurvey({ fields: [aField('file')] }));
    const key = aKey();
    const file = aFile();
    const attachment = await anAttachment('file', file);
    const submission: Submission = aSubmission({ file: [attachment.sha256] }, { attachments: [attachment] });
    assert.equal(await codeOf(await post(submission, { key })), 'attachment.missing');
    const url = `${base}/attachments/${attachment.sha256}`;
    const headers = { 'Idempotency-Key': key, 'Content-Type': file.type };
    assert.equal((await fetch(url, { method: 'HEAD', headers })).status, 404);
    assert.equal((await fetch(url, { method: 'PUT', headers, body: await file.arrayBuffer() })).status, 201);
    assert.equal((await fetch(url, { method: 'HEAD', headers })).headers.get('upload-offset'), String(file.size));
    assert.equal((await post(submission, { key })).status, 201);
  });

  it('answer a key still in flight when the wait was in vain', async () => {
    api.reset(aSurvey());
    const key = aKey();
    const add = api.store.add.bind(api.store);
    const held = Promise.withResolvers<void>();
    Object.assign(api.store, {
      add: async (...response: Parameters<typeof add>) => {
        await held.promise;
        return add(...response);
      },
    });
    const first = post(aSubmission({ text: 'x' }), { key });
    const second = await post(aSubmission({ text: 'x' }), { key });
    assert.equal(await codeOf(second), 'idempotency.in-flight');
    held.resolve();
    assert.equal((await first).status, 201);
    Object.assign(api.store, { add });
  });
});

describe('the network between', () => {
  before(() => server.listen());
  after(() => server.close());
  afterEach(() => api.reset());

  it('fails, comes back, loses an answer after the commit, and is somebody else’s', async () => {
    api.reset(aSurvey());
    const back = api.network.offline();
    await assert.rejects(post(aSubmission()));
    back();
    const key = aKey();
    api.network.loseResponse({ times: 1, method: 'POST' });
    await assert.rejects(post(aSubmission({ text: 'perso' }), { key }));
    assert.equal((await post(aSubmission({ text: 'perso' }), { key })).headers.get('idempotent-replayed'), 'true');
    api.network.captivePortal({ times: 1 });
    const portal = await post(aSubmission());
    assert.deepEqual([portal.status, portal.headers.get('content-type')], [200, 'text/html']);
    api.network.fail(503, { times: 1, retryAfter: 7 });
    assert.equal((await post(aSubmission())).headers.get('retry-after'), '7');
    assert.equal((await post(aSubmission())).status, 201);
    assert.deepEqual(
      api.received.map(({ method, path }) => `${method} ${path}`),
      Array(6).fill('POST /surveys/prova/responses'),
    );
  });
});

describe('the mock of a service', () => {
  const services = createMockApi({ base, services: [aService()] });
  const asked = setupServer(...services.handlers);
  before(() => asked.listen());
  after(() => asked.close());
  const send = (path: string, body: object, key: string) =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });

  it('takes a request once, shows how it stands, and takes what is added', async () => {
    const key = aKey();
    const first = await send('/services/assistenza/requests', aRequest(), key);
    assert.equal(first.status, 201);
    const receipt = (await first.json()) as { receiptCode: string; register: { number: string } };
    assert.equal(receipt.register.number, '0000001');
    const again = await send('/services/assistenza/requests', aRequest(), key);
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), receipt);
    const open = async () => (await (await fetch(`${base}/receipts/${receipt.receiptCode}`)).json()) as RequestStatus;
    assert.equal((await open()).state, 'registered');
    const added = { kind: 'addition', text: 'Ecco.', language: 'it' };
    assert.equal((await send(`/receipts/${receipt.receiptCode}/messages`, added, aKey())).status, 201);
    assert.deepEqual(
      (await open()).messages.map(({ kind }) => kind),
      ['addition'],
    );
  });
});
