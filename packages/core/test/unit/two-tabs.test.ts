import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EntryStore } from '../../src/storage/entry-store.ts';
import { calm } from './delivery-model/calm.ts';
import type { Sabotage } from './delivery-model/sabotage.ts';
import type { Tab } from './delivery-model/tab.ts';
import { World } from './delivery-model/world.ts';

const openTab = async (world: World, place: string): Promise<Tab> => {
  world.open(place);
  await calm(world);
  return world.tabs.get(place)!;
};

const begin = async (world: World, work: Promise<void>): Promise<void> => {
  world.begin(work);
  await calm(world);
};

const write = async (world: World, tab: Tab, words: string): Promise<void> => {
  tab.write(words);
  await calm(world);
};

const kept = (world: World): [string, string | undefined][] =>
  [...world.disk.entries.values()].map(({ state, answers }) => [state, answers['words'] as string | undefined]);

/** A disk on which an answer to be sent finds no room any more, while its draft does. */
const noRoomForSending: Sabotage = {
  store: (store) => ({
    ...store,
    update: (id, change) =>
      store.update(id, (now) => {
        const next = change(now);
        if (next?.state === 'queued') throw new DOMException('full', 'QuotaExceededError');
        return next;
      }),
  }),
};

/** A device on which a kit of next year goes on with one draft, in a shape that nobody here knows. */
const nextYear = (): Sabotage & { taken: string } => {
  const kit = {
    taken: '',
    store: (store: EntryStore): EntryStore => ({
      ...store,
      all: async () => (await store.all()).filter(({ id }) => id !== kit.taken),
      update: (id, change) => (id === kit.taken ? Promise.resolve(undefined) : store.update(id, change)),
    }),
  };
  return kit;
};

describe('a submission in two tabs', () => {
  it('says no more that another tab has sent the draft, once that one has put it right', async () => {
    const world = new World();
    const left = await openTab(world, 'left');
    await write(world, left, 'treni.');
    const right = await openTab(world, 'right');
    const { others } = right.submission!.drafts;
    world.service.weather = 'submission.invalid';
    await begin(world, left.send());
    assert.deepEqual([left.phase, others.haveSent], ['attention', true]);
    await begin(world, left.putRight(false));
    assert.deepEqual([left.phase, others.haveSent], ['writing', false]);
    await write(world, right, 'treni e acque.');
    assert.deepEqual([left.words, kept(world)], ['treni e acque.', [['draft', 'treni e acque.']]]);
  });

  it('does not write again what another tab has deleted a moment after it was changed here', async () => {
    const world = new World();
    const left = await openTab(world, 'left');
    await write(world, left, 'treni.');
    const right = await openTab(world, 'right');
    right.write('treni e acque.');
    await begin(world, left.remove());
    assert.deepEqual([right.words, kept(world)], ['', []]);
  });
});

describe('a draft that is deleted', () => {
  it('takes with it what is written in the same tab before the device has done so', async () => {
    const world = new World();
    const tab = await openTab(world, 'left');
    await write(world, tab, 'treni.');
    const deleting = tab.remove();
    tab.write('treni e acque.');
    await world.pass(300);
    await begin(world, deleting);
    assert.deepEqual([tab.words, tab.submission!.drafts.others.news, kept(world)], ['', undefined, []]);
  });

  it('by the browser, is never written over by the tab that saw it last', async () => {
    const world = new World();
    const left = await openTab(world, 'left');
    await write(world, left, 'treni.');
    const right = await openTab(world, 'right');
    world.disk.entries.clear();
    world.turns.stop(right.name);
    await write(world, left, 'acque.');
    right.write('monti.');
    world.turns.goOn(right.name);
    await calm(world);
    const [draft] = [...world.disk.entries.values()];
    const others = draft?.conflicts?.map(({ answer }) => answer) ?? [];
    assert.deepEqual([draft?.answers['words'], ...others].sort(), ['acque.', 'monti.']);
  });
});

describe('a submission whose draft a newer kit goes on with in another tab', () => {
  it('becomes one of its own with the next letter, is kept, and goes out', async () => {
    const kit = nextYear();
    const world = new World(kit);
    const tab = await openTab(world, 'left');
    await write(world, tab, 'treni.');
    const { id } = tab.entry!;
    kit.taken = id;
    await write(world, tab, 'treni e acque.');
    assert.equal(tab.submission!.drafts.saveState?.status, 'saved');
    assert.notEqual(tab.entry!.id, id);
    await begin(world, tab.send());
    assert.equal(tab.phase, 'sent');
  });
});

describe('a submission on a device that is short of room', () => {
  it('goes out from memory again after it was refused, put right and saved a few times', async () => {
    const world = new World(noRoomForSending);
    const tab = await openTab(world, 'left');
    await write(world, tab, 'treni.');
    world.service.weather = 'submission.invalid';
    await begin(world, tab.send());
    assert.equal(tab.phase, 'attention');
    await begin(world, tab.putRight(false));
    for (const words of ['treni e.', 'treni e acque.']) await write(world, tab, words);
    world.service.weather = 'fair';
    await begin(world, tab.send());
    assert.equal(tab.phase, 'sent');
    assert.deepEqual(
      [...world.service.kept.values()].map(({ answers }) => answers),
      [{ words: 'treni e acque.' }],
    );
  });
});
