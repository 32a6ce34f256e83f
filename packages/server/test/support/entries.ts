import { createHash } from 'node:crypto';
import { aKey } from '@cmto/testing/builders';
import { openDatabase, type Database } from '@cmto/server';
import { sql } from 'kysely';
import type { Entry, Registration } from '../../src/register/entry.ts';
import { Register } from '../../src/register/register.ts';
import { aPlace, type Lifetime } from './database.ts';
import { noon } from './test-server.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A request of Anna Rossi's with one file, at noon. */
export function anEntry(differing: Partial<Entry> = {}): Entry {
  const key = differing.key ?? aKey();
  return {
    key,
    department: 'sviluppo-economico',
    direction: 'in',
    at: noon,
    correspondent: { kind: 'person', name: 'Anna Rossi', taxCode: 'RSSNNA80A41L219M' },
    subject: 'Richiesta di assistenza tecnica in materia di pianificazione',
    document: sha256(key),
    attachments: [{ name: 'carta-identita-rossi.pdf', sha256: sha256(`${key} file`) }],
    ...differing,
  };
}

export const aRegister = (code = 'CMTO-RI'): Register => new Register(code);

/** Registers in a transaction of its own. */
export const registerOne = (
  { db }: Pick<Database, 'db'>,
  differing: Partial<Entry> = {},
  register = aRegister(),
): Promise<Registration> =>
  db.transaction().execute((transaction) => register.register(transaction, anEntry(differing)));

/** A database of its own for a test, and how to reach it once more. */
export async function aDatabase(test: Lifetime): Promise<Database & { readonly target: string }> {
  const { target } = await aPlace(test);
  const database = await openDatabase(target);
  test.after(() => database.close());
  return { ...database, target };
}

/** Runs a statement as somebody who owns the tables and takes the triggers out of the way first. */
export async function tamper({ db, kind }: Database, statement: string): Promise<void> {
  if (kind === 'postgres') {
    await db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql.raw(statement).execute(transaction);
    });
    return;
  }
  const triggers = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger'`.execute(db);
  for (const { name } of triggers.rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
  await sql.raw(statement).execute(db);
  for (const { sql: text } of triggers.rows) await sql.raw(text).execute(db);
}
