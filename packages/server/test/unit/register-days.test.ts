import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { closeDays } from '../../src/register/close-days.ts';
import { verifyRegister } from '../../src/register/verify.ts';
import { aDatabase, anEntry, aRegister, registerOne } from '../support/entries.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, noon } from '../support/test-server.ts';

const instant = (text: string): number => Date.parse(text);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('closeDays', () => {
  it('closes every day that is over, the empty ones between too, each once', async (test) => {
    const { db } = await aDatabase(test);
    assert.deepEqual(await closeDays(db, noon), [], 'there is no register yet');
    await registerOne({ db }, { at: instant('2026-11-20T11:00:00Z') });
    await registerOne({ db }, { at: instant('2026-11-20T22:59:59Z') });
    await registerOne({ db }, { at: instant('2026-11-22T23:00:00Z') });
    const closed = await closeDays(db, instant('2026-11-23T23:05:00Z'));
    assert.deepEqual(
      closed.map(({ day, first, last, count }) => [day, first, last, count]),
      [
        ['2026-11-20', 1, 2, 2],
        ['2026-11-21', null, null, 0],
        ['2026-11-22', null, null, 0],
        ['2026-11-23', 3, 3, 1],
      ],
    );
    assert.equal(closed[1]!.head, closed[0]!.head);
    assert.notEqual(closed[1]!.json_sha256, closed[2]!.json_sha256, 'an empty day is a file of its own');
    assert.deepEqual(await closeDays(db, instant('2026-11-23T23:05:00Z')), []);
  });

  it('leaves a day open until five minutes past midnight in Rome', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db }, { at: noon });
    assert.equal((await closeDays(db, instant('2026-11-20T23:04:59Z'))).length, 0);
    assert.equal((await closeDays(db, instant('2026-11-20T23:05:00Z'))).length, 1);
  });

  it('is not undone by what comes late: it gets the next day, and in January the next year', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db }, { at: instant('2026-12-31T12:00:00Z') });
    await closeDays(db, instant('2026-12-31T23:10:00Z'));
    const late = await registerOne({ db }, { at: instant('2026-12-31T22:59:59Z') });
    assert.deepEqual([late.year, late.number, late.at], [2027, '0000001', instant('2026-12-31T23:00:00Z')]);
    const { source } = await db
      .selectFrom('register_entries')
      .select('source')
      .where('year', '=', 2027)
      .executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(source), { clock: 'server', behind: 1000 });
  });

  it('misses nothing that is registered or erased while it works', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db });
    const later = noon + 3 * 86_400_000;
    const erasure = {
      year: 2026,
      number: 1,
      part: 'subject',
      reason: 'prova',
      operator: 'rossi',
      act: 'det. 1',
    } as const;
    const closing = closeDays(db, later);
    // One after the other: so they come between its own looks at the register.
    for (let at = 0; at < 12; at += 1) {
      await registerOne({ db });
      if (at === 3) await db.transaction().execute((trx) => aRegister().erase(trx, { ...erasure, at: later }));
    }
    assert.equal((await closing).length, 3);
    assert.equal((await verifyRegister(db)).broken, undefined);
  });

  it('is done once by several who try at the same time', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db }, { at: noon });
    const later = noon + 10 * 86_400_000;
    const closed = await Promise.all([closeDays(db, later), closeDays(db, later), closeDays(db, later)]);
    assert.deepEqual(
      closed
        .flat()
        .map(({ day }) => day)
        .sort(),
      Array.from({ length: 10 }, (_, at) => `2026-11-${20 + at}`),
    );
  });
});

describe('register day, export and confirm', () => {
  it('give a file whose hash was recorded, in JSON that proves itself and in CSV that no spreadsheet runs', async (test) => {
    const server = await aServer(test);
    const first = anEntry({
      correspondent: { kind: 'organisation', name: '=cmd|"/c calc"!A1' },
      subject: 'Riga 1\nRiga 2; "virgolette"',
    });
    await server.database.db.transaction().execute((trx) => aRegister().register(trx, first));
    await registerOne(server.database, { linkedTo: { year: 2026, number: 1 }, direction: 'out' });
    server.now = noon + 86_400_000;
    const { said } = await run(server, 'register', 'day');
    assert.match(said, /2026-11-20: closed, 2 rows/);
    assert.match(said, /2026-11-20: 2 rows, to be with conservation by 2026-11-23\n/);
    const [, jsonHash, csvHash] = /JSON ([0-9a-f]{64})\s+CSV {2}([0-9a-f]{64})/.exec(said)!;
    const json = await run(server, 'register', 'export', '2026-11-20', '--json');
    assert.equal(sha256(json.printed), jsonHash);
    assert.equal(json.warned, '');
    const file = JSON.parse(json.printed) as {
      entries: {
        hash: string;
        row: Record<string, unknown>;
        particulars: Record<'part' | 'salt' | 'content', string>[];
      }[];
      head: string;
      count: number;
      title: string;
    };
    assert.match(file.title, /provvisorio/);
    assert.equal(file.count, 2);
    const { hash, row, particulars } = file.entries[1]!;
    assert.equal(row['prev'], file.entries[0]!.hash);
    assert.ok(json.printed.includes(JSON.stringify(row)), 'as it stands there it is what the hash is of');
    assert.equal(sha256(JSON.stringify(row)), hash);
    assert.equal(file.head, hash);
    assert.equal(particulars.length, 3);
    for (const { part, salt, content } of particulars) assert.equal(sha256(`${salt}\n${content}`), row[part]);
    const csv = await run(server, 'register', 'export', '2026-11-20', '--csv');
    assert.equal(sha256(csv.printed), csvHash);
    const [header, ...rows] = parse(csv.printed, { bom: true });
    const cell = (row: number, name: string): string => rows[row]![header!.indexOf(name)]!;
    assert.equal(cell(0, 'Mittente o destinatario'), `'=cmd|"/c calc"!A1`);
    assert.equal(cell(0, 'Oggetto'), 'Riga 1\nRiga 2; "virgolette"');
    assert.equal(cell(0, 'Ora (Europe/Rome)'), '12:00:00');
    assert.equal(cell(1, 'Registrazione collegata'), '2026/0000001');
    assert.equal(cell(1, 'Verso'), 'partenza');
  });

  it('record what conservation says once, for a file that there is', async (test) => {
    const server = await aServer(test);
    await registerOne(server.database);
    const confirm = (sha: string, reference = 'PdV 17'): Promise<{ said: string }> =>
      run(
        server,
        'register',
        'confirm',
        '2026-11-20',
        '--sha256',
        sha,
        '--reference',
        reference,
        '--operator',
        'm.rossi',
      );
    assert.match((await refusal(confirm('a'.repeat(64)))).message, /not a closed day/);
    server.now = instant('2026-11-24T08:00:00Z');
    assert.match((await run(server, 'register', 'day')).said, /by 2026-11-23, overdue/);
    const { json_sha256 } = await server.database.db
      .selectFrom('register_days')
      .selectAll()
      .orderBy('day')
      .executeTakeFirstOrThrow();
    assert.match((await refusal(confirm('a'.repeat(64)))).message, /No file of 2026-11-20 has this hash/);
    assert.match((await confirm(json_sha256.toUpperCase())).said, /: confirmed$/);
    assert.match((await confirm(json_sha256)).said, /confirmed before/);
    assert.match((await refusal(confirm(json_sha256, 'PdV 18'))).message, /confirmed already: PdV 17, by m\.rossi/);
    const { said } = await run(server, 'register', 'day');
    assert.doesNotMatch(said, /2026-11-20/);
    assert.match(said, /2026-11-21: 0 rows, to be with conservation by 2026-11-23, overdue/);
  });
});
