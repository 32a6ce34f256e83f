import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DraftKeeper, type SaveState } from '../../src/drafts/draft-keeper.ts';
import type { Entry } from '../../src/storage/entry.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';
import { FakePlatform } from './fake-platform.ts';

const aDraft = (answers: Entry['answers'], change: Partial<Entry> = {}): Entry =>
  anEntry({ lookup: 'api|survey|a|', answers, ...change });

const aKeeper = () => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  const told: SaveState[] = [];
  const keeper = new DraftKeeper(store, platform, (state) => told.push(state));
  return { platform, store, keeper, told };
};

describe('draft keeper', () => {
  it('has every letter on the device at most 300 ms after it was typed, while typing goes on', async () => {
    const { platform, store, keeper } = aKeeper();
    for (let i = 1; i <= 40; i += 1) {
      keeper.schedule(() => aDraft({ testo: 'x'.repeat(i) }));
      await platform.pass(50);
      const saved = (await store.all())[0]?.answers['testo'];
      assert.ok(
        i * 50 < 300 || String(saved ?? '').length * 50 >= i * 50 - 300,
        `after ${i} letters: ${String(saved)}`,
      );
    }
  });

  it('writes once for many letters', async () => {
    const { platform, keeper, told } = aKeeper();
    for (let i = 0; i < 10; i += 1) keeper.schedule(() => aDraft({ testo: String(i) }));
    await platform.pass(1000);
    assert.equal(told.length, 1);
  });

  it('writes at once when the page may go away', async () => {
    const { store, keeper } = aKeeper();
    keeper.schedule(() => aDraft({ testo: 'ciao' }));
    await keeper.flush();
    assert.deepEqual((await store.all())[0]?.answers, { testo: 'ciao' });
  });

  it('does not overwrite an answer that was sent meanwhile', async () => {
    const { store, keeper, told } = aKeeper();
    const queued = aDraft({ testo: 'inviata' }, { state: 'queued' });
    await store.update(queued.id, () => queued);
    keeper.schedule(() => aDraft({ testo: 'tardi' }));
    await keeper.flush();
    assert.deepEqual((await store.all())[0]?.answers, { testo: 'inviata' });
    assert.deepEqual(told, [{ status: 'sent-elsewhere' }], 'and nobody is told that it was saved');
  });

  it('says so when the device refuses to keep the draft', async () => {
    const { platform, store, told } = aKeeper();
    const full = { ...store, update: () => Promise.reject(new Error('QuotaExceededError')) };
    const keeper = new DraftKeeper(full, platform, (state) => told.push(state));
    keeper.schedule(() => aDraft({ testo: 'ciao' }));
    await keeper.flush();
    assert.deepEqual(told, [{ status: 'failed' }]);
  });

  it('forgets a draft for good, also one about to be written', async () => {
    const { platform, store, keeper } = aKeeper();
    keeper.schedule(() => aDraft({ testo: 'ciao' }));
    await keeper.flush();
    keeper.schedule(() => aDraft({ testo: 'ciao ciao' }));
    await keeper.discard(aDraft({}).id);
    await platform.pass(1000);
    assert.deepEqual(await store.all(), []);
  });

  it('finds the draft saved last among those of the same tag, never a delivered one', async () => {
    const { store, keeper } = aKeeper();
    const entries = [
      aDraft({ n: 1 }, { savedAt: 5 }),
      aDraft({ n: 2 }, { id: 'b', savedAt: 9 }),
      aDraft({ n: 3 }, { id: 'c', savedAt: 99, state: 'delivered' }),
      aDraft({ n: 4 }, { id: 'd', savedAt: 99, lookup: 'x' }),
    ];
    for (const entry of entries) await store.update(entry.id, () => entry);
    assert.deepEqual((await keeper.find('api|survey|a|'))?.answers, { n: 2 });
  });
});

describe('a draft carried over to a new version of the form', () => {
  const carriedOver = async (meanwhile: Partial<Entry> = {}) => {
    const { store, keeper, told } = aKeeper();
    await store.update(aDraft({}).id, () => aDraft({ testo: 'prima' }, { revision: 4 }));
    const found = await keeper.find('api|survey|a|');
    await store.update(found!.id, () => ({ ...found!, ...meanwhile }));
    keeper.schedule(() => ({ ...found!, formVersion: found!.formVersion + 1, answers: { testo: 'dopo' } }));
    await keeper.flush();
    return { told, kept: (await store.all()).map(({ answers }) => answers) };
  };

  it('takes the place of the draft it goes on from', async () => {
    const { told, kept } = await carriedOver();
    assert.deepEqual(kept, [{ testo: 'dopo' }]);
    assert.equal(told[0]?.status, 'saved');
  });

  it('leaves alone what another tab has written under the old version meanwhile', async () => {
    const { told, kept } = await carriedOver({ answers: { testo: 'altrove' }, revision: 5 });
    assert.deepEqual(kept, [{ testo: 'altrove' }]);
    assert.deepEqual(told, [{ status: 'other-version' }]);
  });
});

describe('a draft that a person deletes', () => {
  const deleting = async (state: Entry['state'], isRefused = false): Promise<string[]> => {
    const platform = new FakePlatform();
    const store = createMemoryStore();
    const draft = aDraft({});
    await store.update(draft.id, () => ({ ...draft, state }));
    const said: string[] = [];
    const refusing = { ...store, delete: () => Promise.reject(new DOMException('closed', 'InvalidStateError')) };
    const keeper = new DraftKeeper(isRefused ? refusing : store, platform, () => undefined, {
      onStored: () => undefined,
      tell: () => undefined,
      withdraw: () => said.push('withdrawn'),
      keep: () => said.push('kept'),
      isWithdrawn: () => false,
    });
    const over = keeper.discard(draft.id);
    await (isRefused ? assert.rejects(over) : over);
    return said;
  };

  it('is told to other tabs as deleted, and taken back where the device refuses or it was sent meanwhile', async () => {
    assert.deepEqual(await deleting('draft'), ['withdrawn']);
    assert.deepEqual(await deleting('draft', true), ['withdrawn', 'kept']);
    assert.deepEqual(await deleting('queued'), ['withdrawn', 'kept']);
  });
});

/** Two tabs over one device, and what each was told of the other's answers. */
const twoTabs = () => {
  const store = createMemoryStore();
  const tab = () => {
    const platform = new FakePlatform();
    const states: string[] = [];
    const stored: Entry[] = [];
    const keeper = new DraftKeeper(store, platform, ({ status }) => states.push(status), {
      onStored: (entry) => stored.push(entry),
      tell: () => undefined,
      withdraw: () => undefined,
      keep: () => undefined,
      isWithdrawn: () => false,
    });
    const write = async (answers: Entry['answers'], change: Partial<Entry> = {}): Promise<Entry> => {
      keeper.schedule(() => aDraft(answers, change));
      await keeper.flush();
      return stored.at(-1)!;
    };
    return { keeper, states, stored, write };
  };
  return { store, one: tab(), two: tab() };
};

describe('draft keeper, beside another tab on the same draft', () => {
  it('loses nothing of what the other has written meanwhile', async () => {
    const { store, one, two } = twoTabs();
    await one.write({ a: 'uno' });
    await two.keeper.find('api|survey|a|');
    await two.write({ a: 'uno', b: 'due' });
    const { answers, revision } = await one.write({ a: 'uno', c: 'tre' });
    assert.deepEqual([answers, revision], [{ a: 'uno', b: 'due', c: 'tre' }, 3]);
    assert.deepEqual((await store.all())[0]?.answers, answers);
  });

  it('takes over what the other has written when it looks', async () => {
    const { one, two } = twoTabs();
    await one.write({ a: 'uno' });
    await two.keeper.find('api|survey|a|');
    assert.equal(await two.keeper.catchUp(), 'same');
    await one.write({ a: 'uno e poi' });
    assert.equal(await two.keeper.catchUp(), 'merged');
    assert.deepEqual(two.stored.at(-1)?.answers, { a: 'uno e poi' });
    assert.equal(await two.keeper.catchUp(), 'same');
  });

  it('sees that it was sent, or deleted, in the other', async () => {
    const { store, one, two } = twoTabs();
    const { id } = await one.write({ a: 'uno' });
    await two.keeper.find('api|survey|a|');
    await store.update(id, (now) => ({ ...now!, state: 'queued' }));
    assert.equal(await two.keeper.catchUp(), 'sent');
    await store.delete(id);
    assert.equal(await two.keeper.catchUp(), 'gone');
  });

  it('goes on in the draft that the other began at the same time', async () => {
    const { store, one, two } = twoTabs();
    await one.keeper.find('api|survey|a|');
    await two.keeper.find('api|survey|a|');
    const first = await one.write({ a: 'uno' });
    const second = await two.write({ b: 'due' }, { id: 'another' });
    assert.equal(second.id, first.id);
    assert.deepEqual(
      (await store.all()).map(({ answers }) => answers),
      [{ b: 'due', a: 'uno' }],
    );
  });

  it('leaves a draft alone that was there before, and that nobody has gone on with', async () => {
    const { store, one, two } = twoTabs();
    await one.write({ a: 'vecchia' });
    await two.keeper.find('api|survey|a|');
    await two.write({ b: 'nuova' }, { id: 'another' });
    assert.equal((await store.all()).length, 2);
  });

  it('sees once that the other goes on under a newer version, and leaves it alone', async () => {
    const { store, one, two } = twoTabs();
    await one.write({ a: 'uno' });
    const found = await two.keeper.find('api|survey|a|');
    two.keeper.keep({ ...found!, formVersion: 2 });
    await two.write({ b: 'due' }, { formVersion: 2 });
    assert.equal(await one.keeper.catchUp(), 'other-version');
    assert.equal(await one.keeper.catchUp(), 'same', 'it is no draft of this tab any more');
    const [kept, ...more] = await store.all();
    assert.deepEqual([kept?.formVersion, kept?.answers, more.length], [2, { b: 'due' }, 0]);
  });

  it('takes over nothing that the other writes under the version which it has carried the draft over from', async () => {
    const { one, two } = twoTabs();
    await one.write({ a: 'uno' });
    const found = await two.keeper.find('api|survey|a|');
    two.keeper.keep({ ...found!, formVersion: 2, answers: {} });
    await one.write({ a: 'uno e poi' });
    assert.equal(await two.keeper.catchUp(), 'other-version');
    assert.deepEqual(two.stored, []);
  });
});
