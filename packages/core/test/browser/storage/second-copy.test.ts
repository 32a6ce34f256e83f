import { createDeviceStore } from '@cmto/core/storage/device-store';
import { lostEntries, queuedEntries } from '@cmto/core/platform/sentinel-counts';
import { expect } from 'chai';
import { anEntry } from './an-entry.ts';
import { buckets, copiedKeys, evict, lose, writeCopy } from './raw-database.ts';

const main = 'cmto-drafts-1';
const submission = { formVersion: 1, language: 'it', answers: { idea: 'treni' } };

const kept = async (): Promise<string[]> => (await createDeviceStore().all()).map(({ id, state }) => `${id} ${state}`);

// Elsewhere there are no buckets, and no fault that they would be for.
if (buckets()) {
  describe('second copy', () => {
    const restored: (() => void)[] = [];
    /** Puts another `open` in the browser’s place, until the test is over. */
    const openBy = (open: () => Promise<never>): void => {
      const prototype = Object.getPrototypeOf(buckets()) as { open: unknown };
      const { open: real } = prototype;
      prototype.open = open;
      restored.push(() => (prototype.open = real));
    };

    afterEach(async () => {
      for (const restore of restored.splice(0)) restore();
      await evict(main);
      localStorage.clear();
    });

    it('gives back drafts, answers that wait and receipts when the browser has deleted its database', async () => {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await store.update('b', () => anEntry('b'));
      await store.update('b', () => anEntry('b', { state: 'queued', submission }));
      const before = await store.all();
      await lose(main);
      expect(await createDeviceStore().all()).to.deep.equal(before);
      expect([queuedEntries(), lostEntries()], 'nothing is said to be lost').to.deep.equal([1, 0]);
    });

    it('serves a page that was open when it happened, too', async () => {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await lose(main);
      await store.update('b', () => anEntry('b'));
      expect(await kept()).to.deep.equal(['a draft', 'b draft']);
    });

    it('gives back neither what a person has deleted nor what has moved to another id', async () => {
      const store = createDeviceStore();
      for (const id of ['a', 'b', 'c']) await store.update(id, () => anEntry(id));
      await store.delete('a');
      await store.update('b', (now) => ({ ...now!, id: 'd' }));
      await lose(main);
      expect(await kept()).to.deep.equal(['c draft', 'd draft']);
    });

    it('has what was written last, whichever of two tabs comes late, and though one writes faster than it is copied', async () => {
      const [one, other] = [createDeviceStore(), createDeviceStore()];
      for (let round = 0; round < 20; round += 1) {
        const writers = [one, other, one, one];
        await Promise.all(writers.map((tab, at) => tab.update('a', () => anEntry('a', { revision: 4 * round + at }))));
      }
      const [before] = await one.all();
      await lose(main);
      const [after] = await createDeviceStore().all();
      expect(after).to.deep.equal(before);
    });

    it('is made again from the first when it is what the browser has deleted', async () => {
      await createDeviceStore().update('a', () => anEntry('a'));
      await buckets()!.delete('cmto-copy');
      await createDeviceStore().update('b', () => anEntry('b'));
      await lose(main);
      expect(await kept()).to.deep.equal(['a draft', 'b draft']);
    });

    it('forgets what it could not be told to forget', async () => {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await writeCopy('z', anEntry('z'));
      await store.forgetOrphans(1_700_000_000_000);
      expect(await copiedKeys()).to.deep.equal(['a']);
    });

    it('brings later what it could not be brought at once', async () => {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await buckets()!.delete('cmto-copy');
      openBy(() => Promise.reject(new DOMException('not now', 'UnknownError')));
      await store.update('a', (now) => ({ ...now!, revision: 7 }));
      restored.pop()!();
      await store.update('b', () => anEntry('b'));
      expect(await copiedKeys()).to.deep.equal(['a', 'b']);
    });

    it('is not made by looking', async () => {
      const store = createDeviceStore();
      await store.all();
      await store.forgetOrphans(1_700_000_000_000);
      expect(await buckets()!.keys()).not.to.include('cmto-copy');
    });

    it('is done without where it is denied', async () => {
      openBy(() => Promise.reject(new DOMException('not here', 'SecurityError')));
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await store.delete('a');
      await store.update('b', () => anEntry('b'));
      expect(await kept()).to.deep.equal(['b draft']);
    });

    it('lets nothing begin empty while it cannot be read', async () => {
      await createDeviceStore().update('a', () => anEntry('a'));
      await lose(main);
      openBy(() => Promise.reject(new DOMException('not now', 'UnknownError')));
      const error: unknown = await createDeviceStore()
        .all()
        .catch((reason: unknown) => reason);
      expect(error).to.have.property('name', 'UnknownError');
      restored.pop()!();
      expect(await kept()).to.deep.equal(['a draft']);
    });
  });
}
