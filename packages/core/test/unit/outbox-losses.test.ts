import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import type { EntryStore } from '../../src/storage/entry-store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const submission = { formVersion: 1, language: 'it', answers: { ruolo: 'sindaco' } };
const id = '00000000-0000-4000-8000-00000000000a';

const draft = anEntry({ id, lookup: 'questionario', answers: { ruolo: 'sindaco' } });

const receipt = {
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
};

/** A platform whose tabs hear each other at once. */
class TalkingPlatform extends FakePlatform {
  readonly #tabs = new Set<(message: string) => void>();

  join(listener: (message: string) => void) {
    this.#tabs.add(listener);
    return {
      tell: (message: string) => {
        for (const tab of this.#tabs) if (tab !== listener) tab(message);
      },
      leave: () => void this.#tabs.delete(listener),
    };
  }
}

const aDevice = (change: Partial<EntryStore> = {}) => {
  const platform = new TalkingPlatform();
  const store: EntryStore = { ...createMemoryStore(), durable: true, ...change };
  const heard: string[] = [];
  const aTab = (): Outbox => {
    const outbox = new Outbox(store, platform, platform, (base) => createApiClient(base, platform));
    outbox.subscribe(
      id,
      ({ state }) => heard.push(state),
      (isWithdrawn) => heard.push(isWithdrawn ? 'withdrawn' : 'lost'),
    );
    return outbox;
  };
  const held = (): (() => void) => {
    let release = (): void => undefined;
    const answer = new Promise<Response>((resolve) => (release = () => resolve(jsonAnswer(201, receipt))));
    platform.network = () => answer;
    return release;
  };
  return { platform, store, heard, aTab, held };
};

describe('outbox, when what waits is no longer there', () => {
  it('deletes what waits, and says so to whoever follows it in another tab', async () => {
    const { store, heard, aTab } = aDevice();
    const queued = await aTab().enqueue(draft, submission);
    assert.equal(await aTab().withdraw(queued), true);
    await settle();
    assert.deepEqual(await store.all(), []);
    assert.ok(heard.includes('withdrawn') && !heard.includes('lost'), heard.join());
  });

  it('does not delete what is being sent at this moment', async () => {
    const { store, heard, aTab, held } = aDevice();
    const release = held();
    const tab = aTab();
    const queued = await tab.enqueue(draft, submission);
    const sending = tab.flush();
    await settle();
    assert.equal(await aTab().withdraw(queued), false);
    release();
    await sending;
    assert.deepEqual(
      (await store.all()).map(({ state }) => state),
      ['delivered'],
    );
    assert.ok(heard.includes('delivered'));
  });

  it('does not delete the receipt of what has arrived since the person was asked', async () => {
    const { platform, store, aTab } = aDevice();
    platform.network = async () => jsonAnswer(201, receipt);
    const tab = aTab();
    const queued = await tab.enqueue(draft, submission);
    await tab.flush();
    assert.equal(await tab.withdraw(queued), false);
    assert.equal((await store.all()).length, 1);
  });

  it('tells the page that holds an answer when the browser has deleted it', async () => {
    const { platform, store, heard, aTab } = aDevice();
    const tab = aTab();
    await tab.enqueue(draft, submission);
    await tab.flush();
    await store.delete(id);
    platform.becomeReachable();
    await settle();
    assert.deepEqual(heard, ['queued', 'lost']);
  });

  it('does not take an eviction for a deletion that the disk refused a person before, in any tab', async () => {
    const { platform, store, heard, aTab } = aDevice();
    const tab = aTab();
    const queued = await tab.enqueue(draft, submission);
    await tab.flush();
    const { delete: remove } = store;
    store.delete = () => Promise.reject(new Error('closed'));
    await assert.rejects(aTab().withdraw(queued));
    store.delete = remove;
    await store.delete(id);
    platform.becomeReachable();
    await settle();
    assert.ok(heard.includes('lost') && !heard.includes('withdrawn'), heard.join());
  });

  it('keeps the receipt of an answer that the browser has deleted while it was on its way', async () => {
    const { store, heard, aTab, held } = aDevice();
    const release = held();
    const tab = aTab();
    await tab.enqueue(draft, submission);
    const sending = tab.flush();
    await settle();
    await store.delete(id);
    release();
    await sending;
    assert.deepEqual(heard, ['delivered']);
    assert.equal((await store.all())[0]?.receipt?.id, id);
  });

  it('tells that an answer has arrived also when the device cannot note it, and notes it later', async () => {
    const memory = createMemoryStore();
    let isFull = false;
    const update: EntryStore['update'] = (which, change) =>
      memory.update(which, (now) => {
        const changed = change(now);
        if (isFull && changed) throw new DOMException('full', 'QuotaExceededError');
        return changed;
      });
    const { platform, heard, aTab } = aDevice({ ...memory, durable: true, update });
    platform.network = async () => jsonAnswer(201, receipt);
    const tab = aTab();
    await tab.enqueue(draft, submission);
    isFull = true;
    await tab.flush();
    assert.deepEqual(heard, ['delivered']);
    isFull = false;
    await platform.pass(60_000);
    assert.equal((await memory.all())[0]?.state, 'delivered');
    assert.equal(platform.requests.length, 1);
  });

  it('sends a file that has arrived damaged once more from the beginning, before it bothers anybody', async () => {
    const sha256 = 'b'.repeat(64);
    const { platform, store, aTab } = aDevice();
    let damaged = 1;
    const mismatch = { type: 'x', title: 'x', status: 422, code: 'attachment.mismatch' };
    platform.network = async (url, { method }) => {
      if (!url.includes('/attachments/')) return jsonAnswer(201, receipt);
      if (method === 'HEAD') return new Response(null, { status: 404 });
      damaged -= 1;
      return damaged < 0 ? jsonAnswer(201, { sha256, size: 1 }) : jsonAnswer(422, mismatch);
    };
    await store.putFile(id, sha256, new ArrayBuffer(1));
    const attachments = [{ field: 'f', sha256, name: 'a', type: '', size: 1 }];
    const tab = aTab();
    await tab.enqueue({ ...draft, attachments }, { ...submission, attachments });
    await tab.flush();
    assert.equal((await store.all())[0]?.state, 'delivered');
  });
});
