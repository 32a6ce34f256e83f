import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiClient } from '../../src/api/api-client.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import type { EntryStore } from '../../src/storage/entry-store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const submission = { formVersion: 1, language: 'it', answers: { ruolo: 'sindaco' } };

const aDraft = (id: string) => anEntry({ id, lookup: id, answers: { ruolo: 'sindaco' } });

const receiptFor = (id: string) => ({
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
});

const keyOf = (init: RequestInit): string => new Headers(init.headers).get('Idempotency-Key')!;

const anOutbox = (store: EntryStore = createMemoryStore()) => {
  const platform = new FakePlatform();
  const outbox = new Outbox(store, platform, platform, (base) => createApiClient(base, platform));
  const states = async (): Promise<string[]> => (await store.all()).map(({ state }) => state);
  return { platform, store, outbox, states };
};

describe('outbox, taking turns', () => {
  it('sends what is queued while another answer is on its way, without waiting for the next occasion', async () => {
    const { platform, outbox, states } = anOutbox();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    platform.network = async (_, init) => {
      if (platform.requests.length === 1) await held;
      return jsonAnswer(201, receiptFor(keyOf(init)));
    };
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const first = outbox.flush();
    await settle();
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000b'), submission);
    const second = outbox.flush();
    release();
    await Promise.all([first, second]);
    assert.deepEqual(await states(), ['delivered', 'delivered']);
    assert.equal(platform.requests.length, 2);
  });

  it('sends a short answer while another is on its way still, and no more than three at once', async () => {
    const { platform, store, outbox } = anOutbox();
    const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
    const answered = new Map<string, () => void>();
    platform.network = (_, init) =>
      new Promise((resolve) => answered.set(keyOf(init), () => resolve(jsonAnswer(201, receiptFor(keyOf(init))))));
    await outbox.enqueue(aDraft(ids[0]!), submission);
    const sending = outbox.flush();
    await settle();
    for (const id of ids.slice(1)) await outbox.enqueue(aDraft(id), submission);
    void outbox.flush();
    await settle();
    assert.deepEqual([...answered.keys()], ids.slice(0, 3));
    answered.get(ids[1]!)!();
    await settle();
    assert.deepEqual([...answered.keys()], ids.slice(0, 4));
    const states = (await store.all()).map(({ state }) => state);
    assert.deepEqual(states, ['queued', 'delivered', 'queued', 'queued', 'queued']);
    for (const id of [0, 2, 3].map((n) => ids[n]!)) answered.get(id)!();
    await settle();
    answered.get(ids[4]!)!();
    await sending;
    assert.equal(platform.requests.length, 5);
  });

  it('tells when one answer was tried, or is not to be tried now, while another is on its way still', async () => {
    const { platform, outbox } = anOutbox();
    const [stuck, short, busy] = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
    platform.network = async (_, init) => {
      if (keyOf(init) === stuck) return new Promise(() => undefined);
      if (keyOf(init) === busy) return jsonAnswer(503, {}, { 'Retry-After': '3600' });
      throw new TypeError('no network');
    };
    for (const id of [stuck, short, busy]) await outbox.enqueue(aDraft(id!), submission);
    const tried = (): number[] =>
      [short, busy].map((id) => platform.requests.filter(({ init }) => keyOf(init) === id).length);
    await outbox.attempt(short!);
    assert.deepEqual(tried(), [1, 1]);
    await outbox.attempt(busy!);
    assert.deepEqual(tried(), [1, 1], 'left alone, as the server has asked');
    await outbox.attempt(short!, { insist: true });
    await outbox.attempt(busy!);
    assert.deepEqual(tried(), [2, 2]);
    await outbox.attempt('nobody');
  });

  it('says which answer stands in line behind those on their way, and when it no longer does', async () => {
    const { platform, outbox } = anOutbox();
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
    const answered: (() => void)[] = [];
    platform.network = (_, init) =>
      new Promise((resolve) => answered.push(() => resolve(jsonAnswer(201, receiptFor(keyOf(init))))));
    const told: string[] = [];
    for (const id of ids) await outbox.enqueue(aDraft(id), submission);
    const last = ids[3]!;
    outbox.subscribe(last, ({ state }) => told.push(`${state}${outbox.isInLine(last) ? ' in line' : ''}`));
    const over = outbox.attempt(last);
    await settle();
    assert.deepEqual([ids.map((id) => outbox.isInLine(id)), told], [[false, false, false, true], ['queued in line']]);
    answered[1]!();
    await settle();
    assert.deepEqual([outbox.isInLine(last), told.slice(1)], [false, ['queued']]);
    answered[3]!();
    await over;
    assert.deepEqual(told.slice(2), ['delivered']);
  });

  it('tries again by its own clock what failed, while another is on its way still', async () => {
    const { platform, outbox } = anOutbox();
    const [stuck, short] = ['a', 'b'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`) as [
      string,
      string,
    ];
    platform.network = (_, init) =>
      keyOf(init) === stuck ? new Promise(() => undefined) : Promise.reject(new TypeError('no network'));
    await outbox.enqueue(aDraft(stuck), submission);
    await outbox.enqueue(aDraft(short), submission);
    void outbox.flush();
    await settle();
    await platform.pass(20_000);
    const tried = platform.requests.filter(({ init }) => keyOf(init) === short).length;
    assert.ok(tried > 2, `${tried} attempts`);
  });

  it('tries an answer once per occasion, whatever is queued meanwhile', async () => {
    const { platform, outbox } = anOutbox();
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    assert.equal(platform.requests.length, 1);
  });

  it('tries again at once what failed while the network came back', async () => {
    const { platform, outbox, states } = anOutbox();
    let fail = (): void => undefined;
    const lost = new Promise<never>((_, reject) => (fail = () => reject(new TypeError('no network'))));
    platform.network = (_, init) =>
      platform.requests.length === 1 ? lost : Promise.resolve(jsonAnswer(201, receiptFor(keyOf(init))));
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const sending = outbox.flush();
    await settle();
    platform.becomeReachable();
    fail();
    await sending;
    assert.deepEqual(await states(), ['delivered']);
  });

  it('looks again soon when another tab is sending, and tells what that tab achieved', async () => {
    const { platform, store, outbox } = anOutbox();
    const { id } = await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const told: string[] = [];
    outbox.subscribe(id, ({ state }) => told.push(state));
    let done = (): void => undefined;
    const otherTab = platform.exclusively(
      `cmto-send-${id}`,
      () => new Promise((resolve) => (done = () => resolve(false))),
    );
    await outbox.flush();
    assert.deepEqual(told, []);
    assert.equal(platform.requests.length, 0);

    await store.update(id, (entry) => ({
      ...entry!,
      state: 'delivered',
      receipt: receiptFor(id),
      submission: undefined,
    }));
    done();
    await otherTab;
    await platform.pass(5_000);
    assert.deepEqual(told, ['delivered']);
    assert.equal(platform.requests.length, 0);
  });

  it('tells that an answer waits when another tab has tried in vain, though its own turn has not come', async () => {
    const { platform, store, outbox } = anOutbox();
    const { id } = await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const told: string[] = [];
    outbox.subscribe(id, ({ state }) => told.push(state));
    void platform.exclusively(`cmto-send-${id}`, () => new Promise(() => undefined));
    await outbox.flush();
    assert.deepEqual(told, []);
    await store.update(id, (entry) => ({ ...entry!, attempts: 1 }));
    await platform.pass(5_000);
    assert.deepEqual(told, ['queued']);
    assert.equal(platform.requests.length, 0);
  });

  it('takes over from a tab that gave up', async () => {
    const { platform, outbox, states } = anOutbox();
    platform.network = async (_, init) => jsonAnswer(201, receiptFor(keyOf(init)));
    const { id } = await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    let done = (): void => undefined;
    const otherTab = platform.exclusively(
      `cmto-send-${id}`,
      () => new Promise((resolve) => (done = () => resolve(false))),
    );
    await outbox.flush();
    done();
    await otherTab;
    await platform.pass(5_000);
    assert.deepEqual(await states(), ['delivered']);
  });

  it('tries again, and bothers nobody, when the storage fails while sending', async () => {
    const memory = createMemoryStore();
    let broken = false;
    const store: EntryStore = {
      ...memory,
      update: (...change) =>
        broken ? Promise.reject(new DOMException('gone', 'InvalidStateError')) : memory.update(...change),
    };
    const { platform, outbox, states } = anOutbox(store);
    platform.network = async (_, init) => jsonAnswer(201, receiptFor(keyOf(init)));
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    broken = true;
    await outbox.flush();
    broken = false;
    await platform.pass(60_000);
    assert.deepEqual(await states(), ['delivered']);
  });

  it('sends what is queued at the very moment when it has looked at everything', async () => {
    const memory = createMemoryStore();
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    let reads = 0;
    const store: EntryStore = {
      ...memory,
      async all() {
        const found = await memory.all();
        reads += 1;
        if (reads === 1) await slow;
        return found;
      },
    };
    const { platform, outbox, states } = anOutbox(store);
    platform.network = async (_, init) => jsonAnswer(201, receiptFor(keyOf(init)));
    const looking = outbox.flush();
    await settle();
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const sending = outbox.flush();
    release();
    await Promise.all([looking, sending]);
    assert.deepEqual(await states(), ['delivered']);
  });

  it('asks again for what is queued when the storage did not say at first', async () => {
    const memory = createMemoryStore();
    let broken = true;
    const store: EntryStore = {
      ...memory,
      all: () => (broken ? Promise.reject(new DOMException('gone', 'InvalidStateError')) : memory.all()),
    };
    const { platform, outbox, states } = anOutbox(store);
    platform.network = async (_, init) => jsonAnswer(201, receiptFor(keyOf(init)));
    await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    await outbox.flush();
    broken = false;
    await platform.pass(60_000);
    assert.deepEqual(await states(), ['delivered']);
  });

  it('lets each answer wait for itself: one that fails often is not tried whenever another is', async () => {
    const { platform, outbox } = anOutbox();
    const old = { ...aDraft('00000000-0000-4000-8000-00000000000a') };
    await outbox.enqueue(old, submission);
    await outbox.flush();
    await platform.pass(20 * 60_000);
    const before = platform.requests.length;
    const { id } = await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000b'), submission);
    await outbox.flush();
    await platform.pass(20_000);
    const keys = platform.requests.slice(before).map(({ init }) => keyOf(init));
    assert.equal(keys.filter((key) => key === old.id).length, 1, 'only for the occasion itself');
    assert.ok(keys.filter((key) => key === id).length > 2);
  });

  it('tells what happened on another page while this one was asleep', async () => {
    const { platform, store, outbox } = anOutbox();
    const { id } = await outbox.enqueue(aDraft('00000000-0000-4000-8000-00000000000a'), submission);
    const told: string[] = [];
    outbox.subscribe(id, ({ state }) => told.push(state));
    await outbox.flush();
    await store.update(id, (now) => ({ ...now!, state: 'delivered', receipt: receiptFor(id), submission: undefined }));
    platform.becomeReachable();
    await settle();
    assert.deepEqual(told, ['queued', 'delivered']);
  });

  it('leaves a draft alone that another tab has changed since', async () => {
    const { store, outbox } = anOutbox();
    const draft = { ...aDraft('00000000-0000-4000-8000-00000000000a'), revision: 3 };
    await store.update(draft.id, () => ({ ...draft, revision: 4, answers: { ruolo: 'assessore' } }));
    const stored = await outbox.enqueue(draft, submission);
    assert.deepEqual([stored.state, stored.answers], ['draft', { ruolo: 'assessore' }]);
  });
});
