import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { openDatabase } from '@cmto/server';
import { eraseSince } from '../../src/backup/erase-since.ts';
import { writeSnapshot } from '../../src/backup/snapshot.ts';
import { offer, sent, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const pdf = Buffer.from('%PDF-1.7 verbale di Ada');
const act = ['--reason', 'art. 17', '--act', 'det. 4/2026', '--operator', 'm.bianchi'];
/** What of the request tells of its applicant, or was said between the two. */
const traces = ['Rossi', 'ada.rossi@example.it', 'Parole riservate', 'Risposta riservata', 'verbale.pdf'];

/** A request with an addition and an answer with a file, waiting for its official number. */
async function aRequest(test: TestContext) {
  const server = await aServer(test);
  await offer(server, aService());
  const receipt = await sent(server);
  await write(server, receipt.receiptCode, { kind: 'addition', text: 'Parole riservate.' });
  const file = join(server.dataDir, 'verbale.pdf');
  writeFileSync(file, pdf);
  const words = ['--text', 'Risposta riservata.', '--file', file, '--operator', 'm.bianchi'];
  await run(server, 'request', 'message', '2026/0000001', ...words);
  return { server, ...receipt };
}

async function everyRow({ db }: TestServer['database']): Promise<string> {
  const tables = await db.introspection.getTables();
  const all = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'responses')
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(all);
}

describe('a request that was erased after a backup', () => {
  it('stays erased when the backup is restored: rows, files, what waited for the official register, the register', async (test) => {
    const { server, id } = await aRequest(test);
    const folder = join(server.dataDir, 'backup');
    await run(server, 'backup', folder);
    const [{ key }] = (await server.database.db.selectFrom('attachments').select('key').execute()) as [{ key: string }];
    await run(server, 'request', 'erase', id, ...act);
    await run(server, 'restore', folder, '--replace');
    const rows = await everyRow(server.database);
    for (const trace of traces) assert.ok(!rows.includes(trace), trace);
    assert.equal(await server.app.services.files.has({ key, sha256: hash('sha256', pdf) }), false);
    assert.match((await run(server, 'register', 'verify')).said, /are sound.*; \d+ particulars were erased/);
    assert.match((await run(server, 'protocol', 'list')).said, /Everything has its number/);
  });

  it('is not kept in the backup, if it was erased while that was being made', async (test) => {
    const { server, id } = await aRequest(test);
    const file = join(server.dataDir, 'copy.sqlite');
    await writeSnapshot(server.database, file);
    await run(server, 'request', 'erase', id, ...act);
    const copy = await openDatabase(file);
    test.after(() => copy.close());
    await eraseSince(server.database, copy.db);
    const rows = await everyRow(copy as TestServer['database']);
    for (const trace of traces) assert.ok(!rows.includes(trace), trace);
  });
});

describe('what the register told of a person', () => {
  it('is not kept in a backup during which it was erased, and the chain is sound there', async (test) => {
    const { server } = await aRequest(test);
    const file = join(server.dataDir, 'copy.sqlite');
    await writeSnapshot(server.database, file);
    await run(server, 'register', 'erase', '2026/0000001', '--part', 'correspondent', ...act);
    const copy = await openDatabase(file);
    test.after(() => copy.close());
    await eraseSince(server.database, copy.db);
    const left = await copy.db
      .selectFrom('register_particulars')
      .select('part')
      .where('number', '=', 1)
      .orderBy('part')
      .execute();
    assert.deepEqual(
      left.map(({ part }) => part),
      ['subject'],
    );
    const said = (await run({ ...server, database: copy }, 'register', 'verify')).said;
    assert.match(said, /^4 rows.*are sound.*; 1 particulars were erased/);
  });
});
