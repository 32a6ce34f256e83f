import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { isEntry, type NotBefore } from '../../src/storage/entry.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const id = '00000000-0000-4000-8000-00000000000a';
const submission = { formVersion: 1, language: 'it', answers: { ruolo: 'sindaco' } };

const receipt = {
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
};

const busy = async (): Promise<Response> => {
  const code = 'server.unavailable';
  return jsonAnswer(503, { type: code, title: code, status: 503, code }, { 'Retry-After': '60' });
};
const fair = async (): Promise<Response> => jsonAnswer(201, receipt);

/** A device on which an answer waits whose server has asked one tab, a moment ago, to be left alone for a minute. */
const aDevice = async () => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  /** Another tab, or a later visit: on a page of its own when time goes on there by itself. */
  const open = (page = platform): Outbox => new Outbox(store, page, page, (base) => createApiClient(base, page));
  const first = open();
  platform.network = busy;
  await first.enqueue(anEntry({ id }), submission);
  await first.flush();
  platform.network = fair;
  const state = async (): Promise<string> => (await store.all())[0]!.state;
  return { platform, store, open, first, state };
};

describe('outbox, asked by the server to wait', () => {
  it('waits in every tab, whatever the occasion, and one of them sends when the time is over', async () => {
    const { platform, open, state } = await aDevice();
    const second = open();
    await second.flush();
    platform.becomeReachable();
    await settle();
    await platform.pass(59_000);
    assert.equal(platform.requests.length, 1);
    await platform.pass(5_000);
    assert.deepEqual([platform.requests.length, await state()], [2, 'delivered']);
  });

  it('waits on a later visit for as long as is left', async () => {
    const { platform, open, state } = await aDevice();
    const later = new FakePlatform();
    later.clock = platform.clock + 45_000;
    later.network = fair;
    await open(later).flush();
    assert.deepEqual([later.requests.length, later.due], [0, [15_000]]);
    await later.pass(15_000);
    assert.equal(await state(), 'delivered');
  });

  it('tells whoever comes later that the answer waits', async () => {
    const { open } = await aDevice();
    const second = open();
    const told: unknown[] = [];
    second.subscribe(id, ({ state, attempts }) => told.push([state, attempts]));
    await second.flush();
    assert.deepEqual(told, [['queued', 1]]);
    assert.equal(second.isElsewhere(id), false);
  });

  it('heeds what another tab was told while this one stood in line', async () => {
    const { platform, store, first } = await aDevice();
    const { update } = store;
    // The answer is found free to be sent, and is asked about once more under the lock.
    const notBefore = (await store.all())[0]!.notBefore;
    await update(id, (now) => ({ ...now!, notBefore: undefined }));
    const second = new Outbox(
      {
        ...store,
        async update(...change) {
          await update(id, (now) => (now!.state === 'queued' ? { ...now!, notBefore } : undefined));
          return update(...change);
        },
      },
      platform,
      platform,
      (base) => createApiClient(base, platform),
    );
    await second.flush();
    assert.equal(platform.requests.length, 1);
    await first.flush({ insist: true });
    assert.equal(platform.requests.length, 2);
  });

  it('sends at once what a person insists on, in any tab', async () => {
    const { platform, open, state } = await aDevice();
    await open().flush({ insist: true });
    assert.deepEqual([platform.requests.length, await state()], [2, 'delivered']);
  });

  it('does not wait for a clock that has been set back since', async () => {
    const { platform, open, state } = await aDevice();
    const later = new FakePlatform();
    later.clock = platform.clock - 365 * 24 * 3_600_000;
    later.network = fair;
    await open(later).flush();
    assert.equal(await state(), 'delivered');
  });

  it('waits no longer than it was asked to where the clock stands still', async () => {
    const { platform, open, state } = await aDevice();
    const later = new FakePlatform();
    later.now = () => platform.clock;
    later.network = fair;
    await open(later).flush();
    await later.pass(60_000);
    assert.equal(await state(), 'delivered');
  });

  it('keeps the wish with the answer until something else is heard', async () => {
    const { platform, store, first } = await aDevice();
    const { clock } = platform;
    assert.deepEqual((await store.all())[0]!.notBefore, { since: clock, seconds: 60 });
    platform.network = () => Promise.reject(new TypeError('no network'));
    await first.flush({ insist: true });
    assert.equal((await store.all())[0]!.notBefore, undefined);
  });

  it('takes no entry for one of its own whose wish it cannot read', () => {
    const wishes = [{ since: 1, seconds: 60 }, { since: 1 }, { since: '1', seconds: 60 }, null, 60];
    assert.deepEqual(
      wishes.map((wish) => isEntry(anEntry({ notBefore: wish as NotBefore }))),
      [true, false, false, false, false],
    );
  });
});
