import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { aService } from '@cmto/testing/builders';
import type { Kysely } from 'kysely';
import { annulRegistration } from '../../src/requests/annul-registration.ts';
import { createOffice } from '../../src/requests/create-requests.ts';
import { eraseRequest } from '../../src/requests/erase-request.ts';
import { escalate } from '../../src/requests/escalation.ts';
import { enterNumber } from '../../src/protocol/number-desk.ts';
import { readConfig } from '../../src/config.ts';
import type { Schema } from '../../src/database/schema.ts';
import { offer, sent } from '../support/requests.ts';
import { aServer } from '../support/test-server.ts';

/**
 * A database that refuses to be asked from outside while a transaction is open. The embedded one has a single
 * connection: who does that within a transaction of their own waits for themselves, for ever.
 */
function unforgiving(db: Kysely<Schema>): Kysely<Schema> {
  let isOpen = false;
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction')
        return () => ({
          execute: (work: (transaction: unknown) => Promise<unknown>) => {
            assert.ok(!isOpen, 'a transaction within a transaction');
            return target.transaction().execute(async (transaction) => {
              isOpen = true;
              try {
                return await work(transaction);
              } finally {
                isOpen = false;
              }
            });
          },
        });
      assert.ok(!isOpen, `${String(name)} outside of the transaction that is open`);
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

async function anOffice(test: TestContext) {
  const server = await aServer(test);
  await offer(server, aService());
  const { id } = await sent(server);
  const db = unforgiving(server.database.db);
  const config = readConfig({ ...server.environment, CMTO_ESCALATION: 'steering=cabina@example.it' });
  return { server, id, db, office: createOffice({ config, db, now: () => server.now }) };
}

const words = { operator: 'm.bianchi', text: 'Due parole.' };
const act = { operator: 'm.bianchi', reason: 'Doppia', act: 'det. 3/2026' };

describe('what the office does', () => {
  it('asks the database only within its own transaction, whatever it does to a request', async (test) => {
    const { server, id, db, office } = await anOffice(test);
    const { procedure, protocol, annulments, register } = office;
    await procedure.take(id, 'm.bianchi');
    await procedure.ask(id, words);
    await procedure.message(id, words);
    const official = { register: 'PG', number: '4567', date: '2026-11-20' };
    for (const [document, number] of [
      ['2026/0000001', '4567'],
      ['2026/0000003', '4568'],
    ] as const) {
      const typed = { document, official: { ...official, number }, operator: 'm.bianchi', fromPec: false };
      await enterNumber(db, protocol, server.now, typed);
    }
    server.now += 90 * 86_400_000;
    assert.equal((await escalate(office.escalation)).length, 3);
    await db
      .transaction()
      .execute((transaction) =>
        annulRegistration(transaction, { register, annulments }, { ...act, year: 2026, number: 3, at: server.now }),
      );
    await procedure.close(id, 'accepted', words);
    await procedure.annul(id, act);
    assert.equal(await annulments.byHand(id, 'm.bianchi'), 'under-way');
    const { files } = server.app.services;
    const erased = await eraseRequest({ db, kind: server.database.kind }, office, files, id, {
      ...act,
      at: server.now,
    });
    assert.equal(erased?.slug, 'assistenza');
  });
});

describe('a database that refuses', () => {
  it('notices who asks from outside of an open transaction', async (test) => {
    const { db } = await anOffice(test);
    await assert.rejects(
      db.transaction().execute(() => db.selectFrom('requests').selectAll().execute()),
      /selectFrom outside/,
    );
  });
});
