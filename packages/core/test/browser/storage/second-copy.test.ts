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
    /** Puts another method in the browser’s place, until the test is over. */
    const replace = (name: 'open' | 'keys', by: () => Promise<never>): void => {
      const prototype = Object.getPrototypeOf(buckets()) as Record<typeof name, unknown>;
      const real = prototype[name];
      prototype[name] = by;
      restored.push(() => (prototype[name] = real));
    };
    const refusal = (name: string) => (): Promise<never> => Promise.reject(new DOMException('not now', name));

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

    it('is mended when the page has nothing better to do: what it has missed, and what it was not told to forget', async () => {
      const store = createDeviceStore();
      for (const id of ['a', 'b']) await store.update(id, () => anEntry(id, { revision: 2 }));
      const before = await store.all();
      await writeCopy('a', anEntry('a', { revision: 1 }));
      await writeCopy('z', anEntry('z'));
      await createDeviceStore().forgetOrphans(1_700_000_000_000);
      expect(await copiedKeys()).to.deep.equal(['a', 'b']);
      await lose(main);
      expect(await createDeviceStore().all()).to.deep.equal(before);
    });

    it('keeps nobody waiting where it never answers', async () => {
      const { promise, reject } = Promise.withResolvers<never>();
      replace('open', () => promise);
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      expect(await kept()).to.deep.equal(['a draft']);
      // Whoever comes next is not to stand in line behind this one.
      reject(new DOMException('never mind', 'SecurityError'));
    });

    it('brings later what it could not be brought at once', async () => {
      const store = createDeviceStore();
      replace('open', refusal('UnknownError'));
      await store.update('a', () => anEntry('a'));
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
      replace('open', refusal('SecurityError'));
      replace('keys', refusal('SecurityError'));
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a'));
      await store.delete('a');
      await store.update('b', () => anEntry('b'));
      expect(await kept()).to.deep.equal(['b draft']);
    });

    it('lets nothing begin empty while it cannot be read', async () => {
      await createDeviceStore().update('a', () => anEntry('a'));
      await lose(main);
      for (const method of ['open', 'keys'] as const) {
        replace(method, refusal('UnknownError'));
        const error: unknown = await createDeviceStore()
          .all()
          .catch((reason: unknown) => reason);
        expect(error).to.have.property('name', 'UnknownError');
        restored.pop()!();
      }
      expect(await kept()).to.deep.equal(['a draft']);
    });
  });
}
