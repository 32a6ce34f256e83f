import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { openStore } from '@cmto/core/storage/open-store';
import { expect } from 'chai';
import { anEntry } from './an-entry.ts';
import { evict, rawEntries, rawFiles, upgrade, writeRaw } from './raw-database.ts';

/** Puts something else in a browser method's place, until the test is over. */
const replaced: (() => void)[] = [];
const replace = <T extends object, K extends keyof T>(target: T, name: K, by: (real: T[K]) => T[K]): void => {
  const real = target[name];
  target[name] = by(real);
  replaced.push(() => (target[name] = real));
};

describe('device store', () => {
  afterEach(async () => {
    for (const restore of replaced.splice(0)) restore();
    const store = createDeviceStore();
    for (const { id } of await store.all()) await store.delete(id);
    localStorage.clear();
  });

  it('gives back in another tab what was written in this one', async () => {
    const entry = anEntry('a');
    await createDeviceStore().update('a', () => entry);
    expect(await createDeviceStore().all()).to.deep.equal([entry]);
  });

  it('asks for every write to be on the disk before it says so', async () => {
    const asked: unknown[] = [];
    replace(
      IDBDatabase.prototype,
      'transaction',
      (real) =>
        function (this: IDBDatabase, names, mode, options) {
          // The second copy is one that may be made again.
          if (options?.durability !== 'relaxed') asked.push([mode, options?.durability]);
          return real.call(this, names, mode, options);
        },
    );
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    await store.putFile('a', 'f', new ArrayBuffer(8));
    expect(asked.filter((each) => String(each).startsWith('readwrite'))).to.deep.equal([
      ['readwrite', 'strict'],
      ['readwrite', 'strict'],
    ]);
  });

  it('loses no change when eight tabs change one entry at the same time', async () => {
    const tabs = Array.from({ length: 8 }, createDeviceStore);
    await tabs[0]!.update('a', () => anEntry('a', { attempts: 0 }));
    const more = (now: Entry | undefined): Entry => ({ ...now!, attempts: now!.attempts! + 1 });
    await Promise.all(tabs.flatMap((tab) => Array.from({ length: 10 }, () => tab.update('a', more))));
    expect((await tabs[0]!.all())[0]!.attempts).to.equal(80);
  });

  it('moves an entry to the id that a change gives it, and counts it once', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a', { state: 'attention' }));
    await store.update('a', (now) => ({ ...now!, id: 'b', state: 'draft' }));
    expect(await createDeviceStore().all()).to.deep.equal([anEntry('b')]);
    expect(localStorage.getItem('cmto-entries')).to.equal('1');
  });

  it('leaves nothing behind where it looked for an entry that is not there', async () => {
    const store = createDeviceStore();
    expect(await store.update('gone', () => undefined)).to.equal(undefined);
    expect(await store.all()).to.deep.equal([]);
    expect(await rawEntries()).to.deep.equal([]);
  });

  it('neither shows nor overwrites by a look what it does not understand', async () => {
    const store = createDeviceStore();
    await store.all();
    await writeRaw('x', { from: 'a kit of next year' });
    expect(await store.update('x', () => undefined)).to.equal(undefined);
    expect(await store.all()).to.deep.equal([]);
    expect(await rawEntries()).to.deep.equal([{ from: 'a kit of next year' }]);
    await store.delete('x');
  });

  it('rejects, and leaves what was there, when a change throws or cannot be stored', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    const refused = async (change: (now: Entry | undefined) => Entry | undefined): Promise<unknown> =>
      store.update('a', change).then(
        () => 'stored',
        (error: Error) => error.name,
      );
    expect(
      await refused(() => {
        throw new RangeError('no');
      }),
    ).to.equal('RangeError');
    expect(await refused((now) => ({ ...now!, answers: { idea: (() => 'no data') as never } }))).to.equal(
      'DataCloneError',
    );
    expect(await store.all()).to.deep.equal([anEntry('a')]);
  });

  for (const method of ['get', 'put'] as const) {
    it(`rejects, rather than saying nothing for ever, when the browser gives the transaction up at its ${method}`, async () => {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      replace(
        IDBObjectStore.prototype,
        method,
        (real) =>
          function (this: IDBObjectStore, ...args: unknown[]) {
            const request = (real as (...all: unknown[]) => IDBRequest).apply(this, args);
            this.transaction.abort();
            return request;
          } as typeof real,
      );
      const outcome = await store
        .update('a', (now) => ({ ...now!, attempts: 1 }))
        .then(
          () => 'stored',
          () => 'rejected',
        );
      expect(outcome).to.equal('rejected');
      replaced.pop()!();
      expect(await store.all()).to.deep.equal([anEntry('a')]);
    });
  }

  it('keeps files as bytes, apart, and forgets them with their entry', async () => {
    const store = createDeviceStore();
    const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
    await store.update('a', () => anEntry('a'));
    await store.putFile('a', 'f', bytes.slice().buffer);
    await store.putFile('b', 'f', bytes.slice().buffer);
    const back = await createDeviceStore().getFile('a', 'f');
    expect(back).to.be.instanceOf(ArrayBuffer);
    expect([...new Uint8Array(back!)]).to.deep.equal([...bytes]);
    await store.delete('a');
    expect(await rawFiles()).to.have.length(1);
    expect(await store.getFile('b', 'f')).not.to.equal(undefined);
    await store.deleteFiles('b');
    expect(await rawFiles()).to.deep.equal([]);
  });

  it('leaves an entry with its files where it has become another than was meant to be deleted', async () => {
    const store = createDeviceStore();
    const submission = { formVersion: 1, language: 'it', answers: { idea: 'treni' } };
    await store.update('a', () => anEntry('a', { state: 'queued', submission }));
    await store.putFile('a', 'f', new ArrayBuffer(8));
    await store.delete('a', ({ state }) => state === 'draft');
    expect(await store.all()).to.have.length(1);
    expect(await rawFiles()).not.to.deep.equal([]);
    await store.delete('a', ({ state }) => state === 'queued');
    expect(await rawEntries()).to.deep.equal([]);
    expect(await rawFiles()).to.deep.equal([]);
  });

  it('forgets files without an entry after an hour, but not those of an entry that it does not understand', async () => {
    const store = createDeviceStore();
    await writeRaw('b', { from: 'a newer kit' });
    for (const id of ['a', 'b', 'c']) await store.putFile(id, 'f', new ArrayBuffer(8));
    await store.update('a', () => anEntry('a'));
    await store.forgetOrphans(1_700_000_000_000);
    await store.forgetOrphans(1_700_003_600_000);
    expect(await rawFiles()).to.deep.equal(['a/f', 'b/f']);
    await store.deleteFiles('b');
    await store.delete('b');
  });

  it('gives way to a newer kit that changes the database, and goes on working', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    expect(await upgrade('cmto-drafts-1')).to.equal(2);
    await store.update('b', () => anEntry('b'));
    expect((await store.all()).map(({ id }) => id)).to.deep.equal(['a', 'b']);
    // Back to the first version for the tests that follow.
    await evict('cmto-drafts-1');
  });

  it('goes on after the browser has taken everything away', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    await evict('cmto-drafts-1');
    expect(await store.all()).to.deep.equal([]);
    await store.update('b', () => anEntry('b'));
    expect((await store.all()).map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('opens the database anew when its connection has died without a word', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    let dead = true;
    replace(
      IDBDatabase.prototype,
      'transaction',
      (real) =>
        function (this: IDBDatabase, ...args) {
          if (dead) this.close();
          dead = false;
          return real.apply(this, args);
        },
    );
    await store.update('a', (now) => ({ ...now!, attempts: 1 }));
    expect((await store.all())[0]!.attempts).to.equal(1);
  });

  it('is one in memory where the browser denies its own', async () => {
    replace(IDBFactory.prototype, 'open', () => () => {
      throw new DOMException('denied', 'SecurityError');
    });
    const store = await openStore(browserPlatform);
    expect(store.durable).to.equal(false);
    await store.update('a', () => anEntry('a'));
    expect(await store.all()).to.have.length(1);
  });

  it('is one in memory where the browser’s own never answers', async () => {
    replace(IDBFactory.prototype, 'open', () => () => new EventTarget() as IDBOpenDBRequest);
    const store = await openStore({ ...browserPlatform, setTimer: (ring) => browserPlatform.setTimer(ring, 0) });
    expect(store.durable).to.equal(false);
  });

  it('is the browser’s own where the page was only stalled for a while', async () => {
    let stalls = 1;
    const setTimer = (ring: () => void, milliseconds: number) => {
      if (stalls === 0) return browserPlatform.setTimer(ring, milliseconds);
      stalls -= 1;
      // All that was due while the page stood still comes before the database has its turn.
      queueMicrotask(ring);
      return () => undefined;
    };
    expect((await openStore({ ...browserPlatform, setTimer })).durable).to.equal(true);
  });
});
