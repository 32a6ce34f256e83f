import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { closeDays } from '../../src/register/close-days.ts';
import type { Part } from '../../src/register/entry.ts';
import { verifyRegister } from '../../src/register/verify.ts';
import { aDatabase, aRegister, registerOne, tamper } from '../support/entries.ts';
import { everyByte } from '../support/every-byte.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, noon } from '../support/test-server.ts';

const day = 86_400_000;
const act = { reason: 'Richiesta dell’interessata', operator: 'm.rossi', act: 'det. 12/2026' };

/** Six rows on three days, the first two closed; the third row's number is 3. */
async function aFullRegister(test: TestContext) {
  const database = await aDatabase(test);
  for (const at of [0, 1, 2, 3, 4, 5]) await registerOne(database, { at: noon + Math.floor(at / 2) * day + at });
  await closeDays(database.db, noon + 2 * day);
  return database;
}

const erase = ({ db }: Pick<Awaited<ReturnType<typeof aDatabase>>, 'db'>, number: number, part: Part, at: number) =>
  db.transaction().execute((trx) => aRegister().erase(trx, { year: 2026, number, part, ...act, at }));

describe('verifyRegister', () => {
  it('finds an empty register, and a full one, sound', async (test) => {
    const { db } = await aDatabase(test);
    assert.deepEqual(await verifyRegister(db), { entries: 0, days: 0, erased: 0, notComparable: 0, head: undefined });
    const { head, ...counts } = await verifyRegister((await aFullRegister(test)).db);
    assert.deepEqual(counts, { entries: 6, days: 2, erased: 0, notComparable: 0 });
    assert.match(head!, /^CMTO-RI-2026\/0000006 [0-9a-f]{64}$/);
  });

  const broken: [string, string, RegExp][] = [
    [
      'a changed row',
      `update register_entries set department = 'altro' where number = 3`,
      /2026\/0000003 is not what its hash/,
    ],
    [
      'a row taken out',
      'delete from register_entries where number = 3',
      /2026\/0000004 is there where number 3 should be/,
    ],
    [
      'a changed time',
      `update register_entries set at = at + 1 where number = 3`,
      /2026\/0000003 is not what its hash/,
    ],
    [
      'another name',
      `update register_particulars set content = '{"kind":"person","name":"Altra"}' where number = 3 and part = 'correspondent'`,
      /2026\/0000003: the correspondent is another one/,
    ],
    [
      'a name that is gone',
      `delete from register_particulars where number = 3 and part = 'subject'`,
      /2026\/0000003: the subject is missing, and no row erases it/,
    ],
    [
      'the last rows taken out',
      'delete from register_entries where number >= 4',
      /2026-11-21 was closed with another last/,
    ],
    [
      'a day’s other count',
      `update register_days set count = 3 where day = '2026-11-20'`,
      /2026-11-20 was closed with another count/,
    ],
    [
      'a day’s other file',
      `update register_days set csv_sha256 = 'x' where day = '2026-11-21'`,
      /2026-11-21: its files would be others/,
    ],
    [
      'another time of closing',
      `update register_days set closed_at = 1 where day = '2026-11-20'`,
      /2026-11-20 is not what its hash/,
    ],
    [
      'a closed day taken out',
      `delete from register_days where day = '2026-11-20'`,
      /2026-11-20 is not among the closed days|does not follow/,
    ],
  ];
  for (const [what, statement, finding] of broken) {
    it(`finds ${what}`, async (test) => {
      const database = await aFullRegister(test);
      await tamper(database, statement);
      const verdict = await verifyRegister(database.db);
      assert.match(verdict.broken ?? 'sound', finding);
    });
  }

  it('finds rows taken off the end after a day was closed when they were there', async (test) => {
    const database = await aFullRegister(test);
    await tamper(database, 'delete from register_entries where number >= 5');
    assert.match((await verifyRegister(database.db)).broken!, /rows that are no longer there/);
  });

  it('holds when a name was erased, before its day was closed or after', async (test) => {
    const database = await aFullRegister(test);
    await erase(database, 1, 'correspondent', noon + 2 * day);
    await erase(database, 6, 'subject', noon + 2 * day);
    await closeDays(database.db, noon + 3 * day);
    const { broken, erased, notComparable, days } = await verifyRegister(database.db);
    assert.equal(broken, undefined);
    assert.deepEqual({ erased, notComparable, days }, { erased: 2, notComparable: 1, days: 3 });
    assert.equal(await erase(database, 1, 'correspondent', noon + 3 * day), undefined, 'it has gone before');
    await tamper(database, `delete from register_particulars where number = 3 and part = 'correspondent'`);
    assert.match((await verifyRegister(database.db)).broken!, /0000003: the correspondent is missing/);
  });

  it('finds a name that was said to be erased and is there', async (test) => {
    const database = await aFullRegister(test);
    const { content, salt } = await database.db
      .selectFrom('register_particulars')
      .selectAll()
      .where('number', '=', 1)
      .where('part', '=', 'correspondent')
      .executeTakeFirstOrThrow();
    await erase(database, 1, 'correspondent', noon + 2 * day);
    const values = [content, salt].map((text) => `'${text}'`).join(', ');
    await tamper(
      database,
      `insert into register_particulars (year, number, part, content, salt) values (2026, 1, 'correspondent', ${values})`,
    );
    assert.match(
      (await verifyRegister(database.db)).broken!,
      /0000001: the correspondent is there, though it was erased/,
    );
  });
});

describe('register verify, annul and erase', () => {
  it('say what is sound, and end with 1 at the first row that is not', async (test) => {
    const server = await aServer(test);
    await registerOne(server.database);
    assert.match((await run(server, 'register', 'verify')).said, /1 rows and 0 closed days are sound/);
    await tamper(server.database, `update register_entries set subject = 'x'`);
    const { message, exitCode } = await refusal(run(server, 'register', 'verify'));
    assert.match(message, /broken after 0 sound rows: CMTO-RI-2026\/0000001/);
    assert.equal(exitCode, 1);
  });

  it('annul by another row, once, with who, why and by what act', async (test) => {
    const server = await aServer(test);
    await registerOne(server.database);
    const words = ['--reason', 'Doppia', '--act', 'det. 3/2026', '--operator', 'm.rossi'];
    const { said } = await run(server, 'register', 'annul', '2026/0000001', ...words);
    assert.match(said, /2026\/0000001: annulled by CMTO-RI-2026\/0000002/);
    const rows = await server.database.db.selectFrom('register_entries').selectAll().orderBy('number').execute();
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['registration', 'annulment'],
    );
    assert.deepEqual([rows[1]!.linked_year, rows[1]!.linked_number], [2026, 1]);
    assert.deepEqual(JSON.parse(rows[1]!.act!), { reason: 'Doppia', act: 'det. 3/2026', operator: 'm.rossi' });
    const no = async (number: string): Promise<string> =>
      (await refusal(run(server, 'register', 'annul', number, ...words))).message;
    assert.match(await no('CMTO-RI-2026/0000001'), /annulled already\. Nothing was entered/);
    assert.match(await no('2026/0000002'), /is no registration but an annulment/);
    assert.match(await no('2026/0000009'), /is not in the register/);
    assert.match(await no('9'), /no number of the register/);
    assert.match(
      (await refusal(run(server, 'register', 'annul', '2026/1', '--reason', 'x'))).message,
      /--act is expected/,
    );
    assert.match((await run(server, 'register', 'verify')).said, /2 rows and 0 closed days are sound/);
  });

  it('erase a name from the tables and the disk, and leave the chain sound', async (test) => {
    const server = await aServer(test);
    await registerOne(server.database);
    const words = ['--part', 'correspondent', '--reason', 'art. 17', '--act', 'det. 3/2026', '--operator', 'm.rossi'];
    assert.match(
      (await run(server, 'register', 'erase', '2026/0000001', ...words)).said,
      /the correspondent was erased by CMTO-RI-2026\/0000002/,
    );
    assert.match((await run(server, 'register', 'erase', '2026/0000001', ...words)).said, /Nothing was erased/);
    assert.match((await run(server, 'register', 'verify')).said, /2 rows.*sound.*1 particulars were erased/);
    assert.doesNotMatch(await everyByte(server), /Anna Rossi|RSSNNA80A41L219M/);
  });
});
