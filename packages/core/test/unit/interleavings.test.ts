import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { DraftKeeper } from '../../src/drafts/draft-keeper.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { putRight } from '../../src/outbox/put-right.ts';
import type { Entry } from '../../src/storage/entry.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const submissionOf = (idea: string) => ({ formVersion: 1, language: 'it', answers: { idea } });

const aDraft = (id: string, change: Partial<Entry> = {}): Entry =>
  anEntry({ id, answers: { idea: 'treni' }, ...change });

const a = '00000000-0000-4000-8000-00000000000a';
const b = '00000000-0000-4000-8000-00000000000b';

const refused = aDraft(a, {
  state: 'attention',
  revision: 1,
  submission: submissionOf('treni e acque'),
  problem: { code: 'submission.invalid' },
});

const receiptFor = (id: string) => ({
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
});

const keyOf = (init: RequestInit): string => new Headers(init.headers).get('Idempotency-Key')!;

const aDevice = () => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  const outbox = new Outbox(store, platform, platform, (base) => createApiClient(base, platform));
  const states = async (): Promise<string[]> => (await store.all()).map(({ state }) => state);
  return { platform, store, outbox, states };
};

/** What the model of drafts and outbox has found, each in its shortest form. */
describe('drafts and outbox, when things happen in an unlucky order', () => {
  it('keep a refused answer that another tab, still on its draft, sends again', async () => {
    const { store, outbox } = aDevice();
    await store.update(a, () => refused);
    const now = await outbox.enqueue(aDraft(a, { revision: 1 }), submissionOf('treni'));
    assert.deepEqual([now.state, now.submission!.answers], ['attention', { idea: 'treni e acque' }]);
  });

  it('try an answer again that failed while another is stuck, whoever asks meanwhile', async () => {
    const { platform, outbox, states } = aDevice();
    let release = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    let online = false;
    platform.network = async (_, init) => {
      if (keyOf(init) === b) await stuck;
      else if (!online) throw new TypeError('no network');
      return jsonAnswer(201, receiptFor(keyOf(init)));
    };
    await outbox.enqueue(aDraft(a), submissionOf('treni'));
    await outbox.enqueue(aDraft(b), submissionOf('acque'));
    const sending = outbox.flush();
    while (platform.requests.length < 2) await settle();
    void outbox.flush();
    online = true;
    release();
    await sending;
    await platform.pass(60_000);
    assert.deepEqual(await states(), ['delivered', 'delivered']);
  });

  it('try an answer again whose time has come while another is stuck', async () => {
    const { platform, outbox, states } = aDevice();
    let release = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    let online = false;
    platform.network = async (_, init) => {
      if (keyOf(init) === b) await stuck;
      else if (!online) throw new TypeError('no network');
      return jsonAnswer(201, receiptFor(keyOf(init)));
    };
    await outbox.enqueue(aDraft(a), submissionOf('treni'));
    await outbox.enqueue(aDraft(b), submissionOf('acque'));
    const sending = outbox.flush();
    while (platform.requests.length < 2) await settle();
    online = true;
    await platform.pass(10_000);
    assert.deepEqual(await states(), ['delivered', 'queued']);
    release();
    await sending;
    assert.deepEqual(await states(), ['delivered', 'delivered']);
  });

  it('send what a person insists on, though it failed a moment ago and another is stuck', async () => {
    const { platform, outbox, states } = aDevice();
    let release = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    platform.network = async (_, init) => {
      if (keyOf(init) === b) await stuck;
      else if (platform.requests.length < 3) throw new TypeError('no network');
      return jsonAnswer(201, receiptFor(keyOf(init)));
    };
    await outbox.enqueue(aDraft(a), submissionOf('treni'));
    await outbox.enqueue(aDraft(b), submissionOf('acque'));
    const sending = outbox.flush();
    while (platform.requests.length < 2) await settle();
    void outbox.flush({ insist: true });
    release();
    await sending;
    assert.deepEqual(await states(), ['delivered', 'delivered']);
  });

  it('send an answer again that was refused and put right while another is stuck', async () => {
    const { platform, store, outbox, states } = aDevice();
    const problem = {
      type: 'urn:cmto:problem:submission.invalid',
      title: 'no',
      status: 422,
      code: 'submission.invalid',
    };
    platform.network = async (_, init) => {
      if (keyOf(init) === b) await new Promise(() => undefined);
      return platform.requests.length < 3 ? jsonAnswer(422, problem) : jsonAnswer(201, receiptFor(a));
    };
    await outbox.enqueue(aDraft(a), submissionOf('treni'));
    await outbox.enqueue(aDraft(b), submissionOf('acque'));
    void outbox.flush();
    while (!(await states()).includes('attention')) await settle();
    await outbox.enqueue((await putRight(store, a))!, submissionOf('treni e acque'));
    void outbox.flush();
    for (let turn = 0; turn < 10; turn += 1) await settle();
    assert.deepEqual(await states(), ['delivered', 'queued']);
  });

  it('let an answer go out that another tab deletes as the draft it was', async () => {
    const { platform, store, outbox, states } = aDevice();
    const keeper = new DraftKeeper(store, platform, () => undefined);
    await store.update(a, () => aDraft(a));
    await keeper.find('prova');
    await outbox.enqueue(aDraft(a), submissionOf('treni'));
    await keeper.discard(a);
    assert.deepEqual(await states(), ['queued']);
  });

  it('put a refused answer right once, though two tabs show it', async () => {
    const { store } = aDevice();
    await store.update(a, () => refused);
    const draft = await putRight(store, a);
    assert.deepEqual([draft?.state, draft?.answers], ['draft', { idea: 'treni e acque' }]);
    assert.equal(await putRight(store, a, b), undefined);
    assert.deepEqual(
      (await store.all()).map(({ id }) => id),
      [a],
    );
  });

  it('give a refused answer whose key is spent a new one, with its files', async () => {
    const { store, platform } = aDevice();
    const bytes = new TextEncoder().encode('%PDF-1.7').buffer as ArrayBuffer;
    const sha256 = await platform.sha256(bytes);
    const attachment = { field: 'materiali', sha256, name: 'a.pdf', type: 'application/pdf', size: 8 };
    await store.putFile(a, sha256, bytes);
    await store.update(a, () => ({ ...refused, attachments: [attachment], uploaded: [sha256] }));
    await putRight(store, a, b);
    const all = await store.all();
    assert.deepEqual(
      all.map(({ id, state, uploaded }) => [id, state, uploaded]),
      [[b, 'draft', []]],
    );
    assert.ok(await store.getFile(b, sha256));
    assert.equal(await store.getFile(a, sha256), undefined);
  });
});
