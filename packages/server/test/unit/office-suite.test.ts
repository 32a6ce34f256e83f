import { after, before, describe, it } from 'node:test';
import { officeSuite, type Office } from '@cmto/testing/api-suite';
import { hashKey } from '../../src/intake/key-hash.ts';
import { ResponseStore } from '../../src/intake/response-store.ts';
import type { StoreBatch } from '../../src/intake/submission-writer.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

describe('the reference server keeps the contract', () => {
  let server: TestServer;
  let clean = async (): Promise<void> => undefined;
  let store: StoreBatch;
  let storing = (): Promise<void> => Promise.resolve();
  before(async () => {
    const storeBatch: StoreBatch = async (rows) => {
      await storing();
      return store(rows);
    };
    server = await aServer({ after: (work) => (clean = work) }, { now: Date.now, inFlightLimit: 50, storeBatch });
    const responses = new ResponseStore(server.database.db);
    store = (rows) => responses.storeBatch(rows);
  });
  after(() => clean());
  const office: Office = {
    publish: (survey) => server.publish(survey),
    close: async (slug) => void (await server.surveys.close(slug, Date.now())),
    withdraw: async (slug, version) => void (await server.surveys.withdraw(slug, version)),
    erase: async (key) => {
      const { db } = server.database;
      await db
        .insertInto('tombstones')
        .values({ key_hash: hashKey(key) })
        .execute();
      await db.deleteFrom('responses').where('id', '=', key).execute();
    },
    holdStorage: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      storing = () => promise;
      return () => {
        storing = () => Promise.resolve();
        resolve();
      };
    },
    breakStorage: () => {
      // SQLite's words for a full disk.
      storing = () => Promise.reject(Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }));
      return () => (storing = () => Promise.resolve());
    },
  };
  officeSuite({ ask: (path, init) => server.ask(path, init), office, describe, it });
});
