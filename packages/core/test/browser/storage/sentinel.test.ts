import { mayHoldEntries } from '@cmto/core/platform/sentinel';
import { lostEntries, noteLost, queuedEntries } from '@cmto/core/platform/sentinel-counts';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { expect } from 'chai';
import { evict, rawEntries, writeRaw } from './raw-database.ts';

const anEntry = (id: string, state: Entry['state'] = 'draft'): Entry => ({
  id,
  lookup: 'https://partecipa.example.it/api/v1|survey|prova|',
  api: 'https://partecipa.example.it/api/v1',
  path: '/surveys/prova/responses',
  state,
  formVersion: 1,
  language: 'it',
  answers: { idea: 'Più treni' },
  attachments: [],
  uploaded: [],
  formPage: 'uno',
  setAside: [],
  savedAt: 1_700_000_000_000,
  ...(state === 'queued' ? { submission: { formVersion: 1, language: 'it', answers: { idea: 'Più treni' } } } : {}),
});

describe('marks outside the database', () => {
  afterEach(async () => {
    await evict('cmto-drafts-1');
    localStorage.clear();
  });

  it('tell how many answers wait to be sent, as the database has them', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    expect([mayHoldEntries(), queuedEntries()]).to.deep.equal([true, 0]);
    await store.update('a', () => anEntry('a', 'queued'));
    await store.update('b', () => anEntry('b', 'queued'));
    expect(queuedEntries()).to.equal(2);
    await store.update('a', (now) => ({ ...now!, state: 'attention' }));
    expect(queuedEntries()).to.equal(1);
    await store.delete('b');
    await store.delete('a');
    expect(localStorage.length, 'no trace stays').to.equal(0);
    expect(lostEntries(), 'what a person deletes is not lost').to.equal(0);
  });

  it('show that the browser has deleted answers that waited, also when this page writes on', async () => {
    for (const next of [() => createDeviceStore().all(), () => createDeviceStore().update('c', () => anEntry('c'))]) {
      const store = createDeviceStore();
      await store.update('a', () => anEntry('a', 'queued'));
      await store.update('b', () => anEntry('b', 'queued'));
      await evict('cmto-drafts-1');
      await next();
      expect(lostEntries()).to.equal(2);
      noteLost(0);
      await evict('cmto-drafts-1');
      localStorage.clear();
    }
  });

  it('tell of no loss once a page that still held the answer has stored it again, or its receipt', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    await store.update('a', () => anEntry('a', 'queued'));
    await store.update('b', () => anEntry('b'));
    await store.update('b', () => anEntry('b', 'queued'));
    await evict('cmto-drafts-1');
    await store.update('a', () => anEntry('a', 'queued'));
    expect([queuedEntries(), lostEntries()]).to.deep.equal([1, 1]);
    await store.update('a', (now) => now);
    expect(lostEntries(), 'a second page finds it there').to.equal(1);
    await store.update('b', () => anEntry('b', 'delivered'));
    expect([queuedEntries(), lostEntries()]).to.deep.equal([1, 0]);
  });

  it('are set right by the database when they have gone wrong', async () => {
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    localStorage.setItem('cmto-queued', '7');
    localStorage.setItem('cmto-entries', 'many');
    await store.all();
    expect([mayHoldEntries(), queuedEntries(), lostEntries()]).to.deep.equal([true, 0, 0]);
  });

  it('stay as they are when the disk is full: what was not written is not missed later', async () => {
    const store = createDeviceStore();
    await store.all();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      // As late as a browser can: when all is written but not yet on the disk.
      const giveUp = (): void => {
        const last = this.getAll();
        last.addEventListener('success', () => this.transaction.abort());
      };
      request.addEventListener('success', giveUp);
      return request;
    };
    try {
      const outcome = await store
        .update('a', () => anEntry('a', 'queued'))
        .then(
          () => 'stored',
          () => 'refused',
        );
      expect(outcome).to.equal('refused');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect([mayHoldEntries(), queuedEntries()]).to.deep.equal([false, 0]);
    expect(await createDeviceStore().all()).to.deep.equal([]);
    expect(lostEntries()).to.equal(0);
  });

  it('never bring what another kit has written to be overwritten', async () => {
    const store = createDeviceStore();
    await store.all();
    const strange = { ...anEntry('a', 'queued'), state: 'sealed' };
    await writeRaw('a', strange);
    expect(await store.update('a', () => anEntry('a'))).to.equal(undefined);
    expect(await rawEntries()).to.deep.equal([strange]);
  });

  it('do not hide a database that was left without its store', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const request = indexedDB.open('cmto-drafts-1', 3);
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    await promise;
    const store = createDeviceStore();
    await store.update('a', () => anEntry('a'));
    expect(await store.all()).to.have.length(1);
  });
});
