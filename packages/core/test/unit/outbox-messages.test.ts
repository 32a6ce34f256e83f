import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { type Entry, entryLookup } from '../../src/storage/entry.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const api = 'https://partecipa.example.it/api/v1';
const path = '/receipts/0123456789ABCDEFGHJKMNPQRS/messages';
const sha256 = 'b'.repeat(64);

const aMessage = (id: string, parts: Partial<Entry> = {}): Entry => ({
  id,
  lookup: entryLookup(api, 'message', '0123456789ABCDEFGHJKMNPQRS', ''),
  api,
  path,
  state: 'draft',
  formVersion: 1,
  language: 'it',
  answers: {},
  attachments: [],
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
  message: { kind: 'addition', text: 'Ecco la planimetria.', language: 'it' },
  ...parts,
});

const arrived = (id: string) => ({
  id,
  at: '2026-11-20T09:30:00Z',
  from: 'applicant',
  kind: 'addition',
  text: 'Ecco la planimetria.',
  attachments: [],
});

const aDelivery = () => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  return { platform, store, outbox: new Outbox(store, platform, platform, (base) => createApiClient(base, platform)) };
};

const textOf = (body: RequestInit['body']): string => (typeof body === 'string' ? body : '');

describe('outbox, with a message to a receipt', () => {
  it('keeps it without a network, sends it later under its key, and then keeps nothing of it', async () => {
    const { platform, store, outbox } = aDelivery();
    const message = aMessage(platform.uuid());
    await outbox.enqueue(message);
    await outbox.flush();
    assert.equal((await store.all())[0]?.state, 'queued');

    const sent: { url: string; init: RequestInit }[] = [];
    platform.network = async (url, init) => {
      sent.push({ url, init });
      return jsonAnswer(201, arrived(message.id));
    };
    const heard: string[] = [];
    outbox.subscribe(message.id, ({ state }) => heard.push(state));
    platform.becomeReachable();
    await settle();
    await settle();
    assert.deepEqual(heard, ['delivered']);
    assert.deepEqual(await store.all(), []);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]!.url, api + path);
    assert.equal((sent[0]!.init.headers as Record<string, string>)['Idempotency-Key'], message.id);
    assert.deepEqual(JSON.parse(textOf(sent[0]!.init.body)), message.message);
  });

  it('does not take the answer about another message for its own', async () => {
    const { platform, store, outbox } = aDelivery();
    const message = aMessage(platform.uuid());
    platform.network = async () => jsonAnswer(201, arrived(platform.uuid()));
    await outbox.enqueue(message);
    await outbox.flush();
    assert.equal((await store.all())[0]?.problem?.code, 'network.unexpected');
    assert.equal((await store.all())[0]?.state, 'queued');
  });

  it('sends its files before it', async () => {
    const { platform, store, outbox } = aDelivery();
    const file = { sha256, name: 'planimetria.pdf', type: 'application/pdf', size: 3 };
    const message = aMessage(platform.uuid(), {
      attachments: [{ field: 'documenti', ...file }],
      message: { kind: 'addition', attachments: [file], language: 'it' },
    });
    await store.putFile(message.id, sha256, new Uint8Array([1, 2, 3]).buffer);
    const methods: (string | undefined)[] = [];
    platform.network = async (_, { method }) => {
      methods.push(method);
      if (method === 'HEAD') return new Response(null, { status: 404 });
      return method === 'PUT' ? jsonAnswer(201, file) : jsonAnswer(201, arrived(message.id));
    };
    await outbox.enqueue(message);
    await outbox.flush();
    assert.deepEqual(methods, ['HEAD', 'PUT', 'POST']);
    assert.deepEqual(await store.all(), []);
  });

  it('leaves one that the service refuses for the person to look at', async () => {
    const { platform, store, outbox } = aDelivery();
    const code = 'message.not-possible';
    platform.network = async () =>
      jsonAnswer(409, { type: `urn:cmto:problem:${code}`, title: code, status: 409, code });
    await outbox.enqueue(aMessage(platform.uuid()));
    await outbox.flush();
    const [kept] = await store.all();
    assert.equal(kept?.state, 'attention');
    assert.equal(kept?.problem?.code, code);
  });
});
