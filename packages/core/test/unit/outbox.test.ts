import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { type ProblemCode, problems } from '@cmto/contract';
import { isRetried } from '../../src/outbox/delivery-rules.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { type Entry, entryLookup } from '../../src/storage/entry.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const api = 'https://partecipa.example.it/api/v1';
const submission = { formVersion: 1, language: 'it', answers: { ruolo: 'sindaco' } };

const aDraft = (id: string): Entry =>
  anEntry({
    id,
    lookup: entryLookup(api, 'survey', 'questionario-psm', ''),
    path: '/surveys/questionario-psm/responses',
    answers: { ruolo: 'sindaco' },
    formPage: 'uno',
  });

const receiptFor = (id: string) => ({
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
});

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  jsonAnswer(status, { type: `urn:cmto:problem:${code}`, title: code, status, code }, headers);

const aDelivery = async () => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  const outbox = new Outbox(store, platform, platform, (base) => createApiClient(base, platform));
  const draft = aDraft(platform.uuid());
  await store.update(draft.id, () => draft);
  const stored = async (): Promise<Entry> => (await store.all()).find(({ id }) => id === draft.id)!;
  return { platform, store, outbox, draft, stored };
};

describe('outbox', () => {
  it('keeps an answer queued while there is no network, and sends it by itself later', async () => {
    const { platform, outbox, draft, stored } = await aDelivery();
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    assert.equal((await stored()).state, 'queued');

    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    await platform.pass(60_000);
    const delivered = await stored();
    assert.equal(delivered.state, 'delivered');
    assert.equal(delivered.receipt?.id, draft.id);
  });

  it('sends again as soon as the browser says that the network is back', async () => {
    const { platform, outbox, draft, stored } = await aDelivery();
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    platform.becomeReachable();
    await settle();
    await settle();
    assert.equal((await stored()).state, 'delivered');
  });

  it('keeps nothing but the receipt of what has arrived: no answer, no file name, nothing set aside', async () => {
    const { platform, outbox, draft, stored } = await aDelivery();
    const attachments = [{ field: 'f', sha256: 'a'.repeat(64), name: 'referto.pdf', type: 'application/pdf', size: 3 }];
    const parts = { setAside: [{ label: 'Età', answer: 'sessanta' }], conflicts: [{ field: 'f', answer: 'altro' }] };
    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    await outbox.enqueue({ ...draft, ...parts, attachments, uploaded: ['a'.repeat(64)] }, submission);
    await outbox.flush();
    const { receipt, ...left } = await stored();
    assert.deepEqual(receipt, receiptFor(draft.id));
    assert.deepEqual([left.answers, left.attachments, left.setAside, left.uploaded], [{}, [], [], []]);
    assert.deepEqual([left.submission, left.conflicts, left.formPage], [undefined, undefined, undefined]);
  });

  it('sends every attempt under the key minted with the draft', async () => {
    const { platform, outbox, draft } = await aDelivery();
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    await platform.pass(5_000);
    const keys = platform.requests.map(({ init }) => new Headers(init.headers).get('Idempotency-Key'));
    assert.ok(keys.length >= 2);
    assert.deepEqual([...new Set(keys)], [draft.id]);
  });

  for (const [name, answer] of [
    [
      'a captive portal',
      async () => new Response('<h1>Wi-Fi</h1>', { status: 200, headers: { 'Content-Type': 'text/html' } }),
    ],
    ['a receipt for somebody else', async () => jsonAnswer(200, receiptFor('11111111-1111-4111-8111-111111111111'))],
    ['an error page of a proxy', async () => new Response('Bad gateway', { status: 502 })],
    ['a 404 that is not ours', async () => new Response('gone', { status: 404 })],
    [
      'a refusal without our media type',
      async () =>
        new Response(JSON.stringify({ type: 'x', title: 'x', status: 422, code: 'submission.invalid' }), {
          status: 422,
          headers: { 'Content-Type': 'application/json' },
        }),
    ],
    ['a refusal in a code that nobody knows', async () => problem(403, 'proxy.denied')],
    ['a wish to sign in', async () => new Response('', { status: 401 })],
    ['a request that took too long', async () => new Response('', { status: 408 })],
    ['a request that came too early', async () => new Response('', { status: 425 })],
    ['half an answer', async () => new Response('{"id": "', { headers: { 'Content-Type': 'application/json' } })],
    ['an answer of nothing', async () => new Response(null, { status: 204 })],
    ['our own 503', async () => problem(503, 'server.unavailable', { 'Retry-After': '30' })],
    ['a key still in flight', async () => problem(409, 'idempotency.in-flight')],
    ['too many requests', async () => problem(429, 'request.rate-limited', { 'Retry-After': '5' })],
  ] as const) {
    it(`does not take ${name} for a yes or for a no`, async () => {
      const { platform, outbox, draft, stored } = await aDelivery();
      platform.network = answer;
      await outbox.enqueue(draft, submission);
      await outbox.flush();
      assert.equal((await stored()).state, 'queued');
      assert.equal(platform.due.length, 1, 'it will be tried again');
    });
  }

  it('waits at least as long as the server asks', async () => {
    const { platform, outbox, draft } = await aDelivery();
    platform.network = async () => problem(503, 'server.unavailable', { 'Retry-After': '30' });
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    assert.ok(platform.due[0]! >= 30_000);
  });

  it('waits as long as a date of the server says, whatever year the device believes in', async () => {
    const { platform, outbox, draft } = await aDelivery();
    platform.clock = Date.parse('1999-01-01T00:00:00Z');
    const headers = { 'Retry-After': 'Fri, 20 Nov 2026 09:32:00 GMT', Date: 'Fri, 20 Nov 2026 09:30:00 GMT' };
    platform.network = async () => problem(503, 'server.unavailable', headers);
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    assert.deepEqual(platform.due, [120_000]);
  });

  it('leaves alone what the server asked to, unless a person wants it sent', async () => {
    const { platform, outbox, draft, stored } = await aDelivery();
    platform.network = async () => problem(429, 'request.rate-limited', { 'Retry-After': '600' });
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    platform.becomeReachable();
    await outbox.flush();
    assert.equal(platform.requests.length, 1);
    await outbox.flush({ insist: true });
    assert.equal((await stored()).state, 'delivered');
  });

  it('sends after years that the clock has made up, and after years that it has taken back', async () => {
    for (const years of [-30, 30]) {
      const { platform, outbox, draft, stored } = await aDelivery();
      await outbox.enqueue(draft, submission);
      await outbox.flush();
      platform.clock += years * 365 * 24 * 3_600_000;
      platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
      platform.becomeReachable();
      await settle();
      await settle();
      assert.equal((await stored()).state, 'delivered', `${years} years`);
    }
  });

  const refused = (Object.keys(problems) as ProblemCode[]).filter((code) => !isRetried(code));
  for (const [status, code] of refused.map((each) => [problems[each].status, each] as const)) {
    it(`asks a person to look at it after ${code}, and keeps the content`, async () => {
      const { platform, outbox, draft, stored } = await aDelivery();
      platform.network = async () => problem(status, code);
      await outbox.enqueue(draft, submission);
      await outbox.flush();
      const entry = await stored();
      assert.equal(entry.state, 'attention');
      assert.equal(entry.problem?.code, code);
      assert.deepEqual(entry.submission?.answers, { ruolo: 'sindaco' });
      assert.equal(platform.due.length, 0, 'it is not sent again by itself');
    });
  }

  it('sends one request for a hundred impatient presses', async () => {
    const { platform, outbox, draft } = await aDelivery();
    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    await outbox.enqueue(draft, submission);
    await Promise.all(Array.from({ length: 100 }, () => outbox.flush()));
    assert.equal(platform.requests.length, 1);
  });

  it('sends files before the answer that names them, and again when the server has lost them', async () => {
    const { platform, store, outbox, draft, stored } = await aDelivery();
    const bytes = new TextEncoder().encode('%PDF-1.7').buffer as ArrayBuffer;
    const sha256 = await platform.sha256(bytes);
    const attachment = { field: 'materiali', sha256, name: 'a.pdf', type: 'application/pdf', size: 8 };
    await store.putFile(draft.id, sha256, bytes);
    let has = false;
    platform.network = async (url, { method }) => {
      if (method === 'HEAD') return new Response(null, { status: 404 });
      if (url.includes('/attachments/')) {
        has = true;
        return jsonAnswer(201, { sha256, size: 8 });
      }
      return has ? jsonAnswer(201, receiptFor(draft.id)) : problem(422, 'attachment.missing');
    };
    await outbox.enqueue({ ...draft, uploaded: [sha256] }, { ...submission, attachments: [attachment] });
    await outbox.flush();
    assert.equal((await stored()).state, 'queued');
    await platform.pass(1_000);
    assert.equal((await stored()).state, 'delivered');
    assert.equal(await store.getFile(draft.id, sha256), undefined, 'the device no longer holds the file');
    assert.deepEqual(
      platform.requests.map(({ init }) => init.method),
      ['POST', 'HEAD', 'PUT', 'POST'],
    );
  });

  it('sends again only the files that the server says it lacks', async () => {
    const { platform, store, outbox, draft, stored } = await aDelivery();
    const files = [1, 2].map((byte) => ({ bytes: new Uint8Array([byte]).buffer, sha256: String(byte).repeat(64) }));
    const attachments = files.map(({ sha256 }) => ({ field: 'f', sha256, name: 'a', type: '', size: 1 }));
    for (const { sha256, bytes } of files) await store.putFile(draft.id, sha256, bytes);
    const code = 'attachment.missing';
    const errors = [{ pointer: '/attachments/1', code, message: 'It has not arrived' }];
    const lacking = jsonAnswer(422, { type: code, title: code, status: 422, code, errors });
    const sent: string[] = [];
    platform.network = async (url, { method }) => {
      if (method === 'HEAD') return new Response(null, { status: 404 });
      if (method === 'POST') return sent.length > 0 ? jsonAnswer(201, receiptFor(draft.id)) : lacking;
      sent.push(url.slice(-64));
      return jsonAnswer(201, { sha256: url.slice(-64), size: 1 });
    };
    const uploaded = files.map(({ sha256 }) => sha256);
    await outbox.enqueue({ ...draft, uploaded }, { ...submission, attachments });
    await outbox.flush();
    await platform.pass(1_000);
    assert.equal((await stored()).state, 'delivered');
    assert.deepEqual(sent, ['2'.repeat(64)]);
  });

  it('asks a person about the very file that the server refuses', async () => {
    const { platform, store, outbox, draft, stored } = await aDelivery();
    const files = ['1', '2'].map((digit) => digit.repeat(64));
    const attachments = files.map((sha256) => ({ field: 'f', sha256, name: 'a', type: '', size: 1 }));
    for (const sha256 of files) await store.putFile(draft.id, sha256, new ArrayBuffer(1));
    platform.network = async (url, { method }) => {
      if (method === 'HEAD') return new Response(null, { status: 404 });
      const sha256 = url.slice(-64);
      return sha256 === files[1] ? problem(422, 'attachment.infected') : jsonAnswer(201, { sha256, size: 1 });
    };
    await outbox.enqueue(draft, { ...submission, attachments });
    await outbox.flush();
    const { state, problem: met } = await stored();
    assert.equal(state, 'attention');
    assert.deepEqual(
      met?.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/attachments/1', 'problem.attachment.infected']],
    );
  });

  it('tells whoever listens what became of the entry, once', async () => {
    const { platform, outbox, draft } = await aDelivery();
    platform.network = async () => jsonAnswer(201, receiptFor(draft.id));
    const told: string[] = [];
    outbox.subscribe(draft.id, ({ state }) => told.push(state));
    await outbox.enqueue(draft, submission);
    await outbox.flush();
    await outbox.flush();
    assert.deepEqual(told, ['delivered']);
  });

  it('gives up on files that the server loses every time, and asks a person', async () => {
    const { platform, outbox, draft, stored } = await aDelivery();
    platform.network = async (url) =>
      url.includes('/attachments/') ? new Response(null, { status: 404 }) : problem(422, 'attachment.missing');
    const attachment = { field: 'materiali', sha256: 'a'.repeat(64), name: 'a.pdf', type: 'application/pdf', size: 8 };
    await outbox.enqueue(draft, { ...submission, attachments: [attachment] });
    await outbox.flush();
    await platform.pass(60_000);
    assert.equal((await stored()).state, 'attention');
  });
});
