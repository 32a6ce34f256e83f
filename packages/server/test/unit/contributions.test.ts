import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aConsultation, aContribution, aKey } from '@cmto/testing/builders';
import { readDocument } from '../../src/documents/document-store.ts';
import type { ContributionDocument } from '../../src/documents/request-document.ts';
import {
  anIdeasConsultation,
  consult,
  contribute,
  contributed,
  contributionOf,
  statusOf,
} from '../support/consultations.ts';
import { aServer } from '../support/test-server.ts';

describe('contributions', () => {
  it('are registered where the consultation wants it, with what was sent sealed beside', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation({ register: true }));
    const key = aKey();
    const receipt = await contributed(server, aContribution({ chi: 'association', ente: 'Bici & Valli' }), { key });
    assert.deepEqual(receipt.register, { code: 'CMTO-RI', year: 2026, number: '0000001', status: 'provisional' });
    const again = await contribute(server, aContribution({ chi: 'association', ente: 'Bici & Valli' }), { key });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), receipt);
    const { db } = server.database;
    const particulars = await db
      .selectFrom('register_particulars')
      .select(['part', 'content'])
      .orderBy('part')
      .execute();
    assert.deepEqual(
      particulars.map(({ part, content }) => [part, JSON.parse(content) as unknown]),
      [
        ['correspondent', { kind: 'organisation', name: 'Bici & Valli' }],
        ['subject', 'Osservazione su “Bozza del piano”, sezione “2.1 Biciclette”'],
      ],
    );
    const sealed = await readDocument<never>(db, key);
    const document = sealed!.document as ContributionDocument;
    assert.equal(document.kind, 'contribution');
    assert.deepEqual(document.target, { documentVersion: 1, section: '2.1', quote: 'piste continue' });
    const entry = await db.selectFrom('register_entries').select('document').executeTakeFirstOrThrow();
    assert.equal(entry.document, sealed!.sha256);
    assert.deepEqual((await statusOf(server, receipt.receiptCode)).register, receipt.register);
  });

  it('wait for the office where moderation comes before, and tell their author so', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const { receiptCode, register } = await contributed(server);
    assert.equal(register, undefined);
    const status = await statusOf(server, receiptCode);
    assert.deepEqual(
      [status.state, status.section, status.mayAppeal, status.agreements, status.timeline],
      ['received', '2.1', false, 0, []],
    );
    assert.match(status.contribution, /^[0-9A-Z]{13}$/);
    assert.notEqual(status.contribution, receiptCode.slice(0, 13));
  });

  it('are published at once where moderation comes after, unless something is unsure: none is dropped', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const send = async (answers: object, parts: object = {}) => {
      const body = { ...aContribution(answers as never, { ...parts }), target: undefined };
      const { id } = await contributed(server, body, { slug: 'idee' });
      const { state, flags } = await contributionOf(server, id);
      return [state, ...(JSON.parse(flags) as string[])];
    };
    assert.deepEqual(await send({ testo: 'Più treni.' }), ['published']);
    assert.deepEqual(await send({ testo: 'più  TRENI.' }), ['received', 'repeated']);
    assert.deepEqual(await send({ testo: 'Chiamate il 333 123 4567.' }), ['received', 'personal-data']);
    assert.deepEqual(await send({ testo: 'Comprate!' }, { check: { trap: 'x' } }), ['received', 'check']);
    assert.deepEqual(await send({ testo: 'Senza prova.' }, { check: undefined }), ['received', 'check']);
    const { rows } = await server.database.db
      .selectFrom('contributions')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    assert.equal(rows, 5);
  });

  it('know their zone by the municipality, and hold nothing finer than the day where they are anonymous', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation({ slug: 'bisogni', attribution: 'anonymous' }));
    const { id, receivedAt, receiptCode } = await contributed(
      server,
      { ...aContribution({ comune: '001272' }), target: undefined },
      { slug: 'bisogni' },
    );
    assert.equal(receivedAt, '2026-11-19T23:00:00Z');
    const row = await contributionOf(server, id);
    assert.deepEqual([row.zone, row.municipality], [1, '001272']);
    assert.equal(row.received_at, Date.parse(receivedAt));
    const { timeline } = await statusOf(server, receiptCode);
    assert.deepEqual(timeline, [{ at: receivedAt, event: 'published' }]);
    for (const table of ['contributions', 'contribution_events', 'responses'] as const)
      assert.ok(
        !JSON.stringify(await server.database.db.selectFrom(table).selectAll().execute()).includes(String(server.now)),
      );
  });

  it('keep to the dates, with the minutes of grace for what was finished in time', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation({ closesAt: '2026-11-20T11:30:00Z', graceMinutes: 60 }));
    server.now += 45 * 60_000;
    const late = await contribute(server, aContribution());
    assert.equal(((await late.json()) as { code: string }).code, 'consultation.closed');
    const inTime = await contributed(server, aContribution({}, { completedAt: '2026-11-20T11:29:00Z' }));
    assert.deepEqual((inTime as { flags?: string[] }).flags, ['late']);
    server.now += 60 * 60_000;
    const over = await contribute(server, aContribution({}, { completedAt: '2026-11-20T11:29:00Z' }));
    assert.equal(over.status, 409);
  });

  it('are erased with all that became of them', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const { receiptCode } = await contributed(server, { ...aContribution(), target: undefined }, { slug: 'idee' });
    const { run } = await import('../support/run-command.ts');
    await run(server, 'response', 'erase', receiptCode);
    for (const table of ['contributions', 'contribution_events', 'responses'] as const)
      assert.deepEqual(await server.database.db.selectFrom(table).selectAll().execute(), []);
  });
});
