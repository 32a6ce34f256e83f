import type { Database } from '@cmto/server';
import { beginningOf, hashOf } from '../../src/register/chain.ts';
import { sealParticulars } from '../../src/register/particulars.ts';
import type { RegisterParticularRow } from '../../src/database/register-rows.ts';
import { romeDate } from '../../src/time/rome-date.ts';
import { anEntry } from './entries.ts';

/** Rows that go into one statement. */
const pageSize = 250;

/** Writes rows 1 to `count` as the register would have, at the times that `at` gives, without a transaction for each. */
export async function writeLongRegister(
  { db }: Database,
  count: number,
  at: (number: number) => number,
): Promise<void> {
  let prev = beginningOf('CMTO-RI');
  const aRow = (number: number, particulars: RegisterParticularRow[]) => {
    const entry = anEntry({ at: at(number) });
    const sealed = sealParticulars(entry);
    const hashes = Object.fromEntries(sealed.map(({ part, hash }) => [part, hash]));
    const day = romeDate(entry.at);
    const year = Number(day.slice(0, 4));
    for (const { part, salt, content } of sealed) particulars.push({ year, number, part, salt, content });
    const columns = {
      year,
      number,
      key_hash: entry.key,
      code: 'CMTO-RI',
      kind: 'registration',
      department: entry.department,
      direction: entry.direction,
      at: entry.at,
      day,
      source: '{"clock":"server"}',
      correspondent: hashes['correspondent']!,
      subject: hashes['subject']!,
      files: hashes['files']!,
      document: entry.document,
      attachments: JSON.stringify(entry.attachments.map(({ sha256 }) => sha256)),
      linked_year: null,
      linked_number: null,
      part: null,
      act: null,
      prev,
    };
    prev = hashOf(columns);
    return { ...columns, hash: prev };
  };
  await db.transaction().execute(async (transaction) => {
    for (let first = 1; first <= count; first += pageSize) {
      const particulars: RegisterParticularRow[] = [];
      const numbers = Array.from({ length: Math.min(pageSize, count - first + 1) }, (_, index) => first + index);
      const rows = numbers.map((number) => aRow(number, particulars));
      await transaction.insertInto('register_entries').values(rows).execute();
      await transaction.insertInto('register_particulars').values(particulars).execute();
    }
  });
}
