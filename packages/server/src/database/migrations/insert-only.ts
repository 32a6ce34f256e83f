import { sql, type Kysely } from 'kysely';
import { kindOf } from '../kind-of.ts';

/**
 * Makes a database refuse to change or delete rows of these tables, and PostgreSQL to empty them. Whoever owns the
 * tables can take the triggers away: what they guard against is a mistake, and what shows the rest is the hash chain.
 */
export async function refuseChanges(db: Kysely<any>, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await refuse(db, table, 'update');
    await refuse(db, table, 'delete');
    await refuseTruncate(db, table);
  }
}

/** Refuses one kind of statement row by row; `unless`, a condition on `old`, is the one way round. */
export async function refuse(
  db: Kysely<any>,
  table: string,
  operation: 'update' | 'delete',
  unless?: string,
): Promise<void> {
  const trigger = sql.ref(`${table}_${operation}_refused`);
  const when = unless ? sql`when not (${sql.raw(unless)})` : sql``;
  if (kindOf(db) === 'sqlite') {
    const message = sql.lit(`${table} only grows: ${operation} refused`);
    await sql`create trigger ${trigger} before ${sql.raw(operation)} on ${sql.table(table)} ${when}
      begin select raise(abort, ${message}); end`.execute(db);
    return;
  }
  await refusing(db);
  // A condition with a query in it is not allowed on the trigger itself.
  const body = unless ? await guarding(db, table, operation, unless) : 'cmto_refused';
  await sql`create trigger ${trigger} before ${sql.raw(operation)} on ${sql.table(table)}
    for each row execute function ${sql.ref(body)}()`.execute(db);
}

/** SQLite empties a table only by deleting its rows. */
export async function refuseTruncate(db: Kysely<any>, table: string): Promise<void> {
  if (kindOf(db) === 'sqlite') return;
  await refusing(db);
  await sql`create trigger ${sql.ref(`${table}_truncate_refused`)} before truncate on ${sql.table(table)}
    for each statement execute function cmto_refused()`.execute(db);
}

/** Refuses rows for which any of these conditions on `new` holds, each with its reason. */
export async function refuseInserts(
  db: Kysely<any>,
  table: string,
  refusals: Readonly<Record<string, string>>,
): Promise<void> {
  const trigger = sql.ref(`${table}_insert_checked`);
  const checks = Object.entries(refusals);
  if (kindOf(db) === 'sqlite') {
    const body = checks.map(
      ([reason, condition]) => sql`select raise(abort, ${sql.lit(`${table}: ${reason}`)}) where ${sql.raw(condition)};`,
    );
    await sql`create trigger ${trigger} before insert on ${sql.table(table)}
      begin ${sql.join(body, sql` `)} end`.execute(db);
    return;
  }
  const body = checks.map(
    ([reason, condition]) =>
      `if ${condition} then raise exception '${table}: ${reason}' using errcode = 'restrict_violation'; end if;`,
  );
  await functionOf(db, `${table}_insert_check`, `${body.join('\n')} return new;`);
  await sql`create trigger ${trigger} before insert on ${sql.table(table)}
    for each row execute function ${sql.ref(`${table}_insert_check`)}()`.execute(db);
}

const refusing = (db: Kysely<any>): Promise<void> => functionOf(db, 'cmto_refused', refusal);

async function guarding(db: Kysely<any>, table: string, operation: string, unless: string): Promise<string> {
  const name = `${table}_${operation}_guard`;
  await functionOf(db, name, `if ${unless} then return old; end if; ${refusal}`);
  return name;
}

const refusal = `raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';`;

async function functionOf(db: Kysely<any>, name: string, body: string): Promise<void> {
  await sql`create or replace function ${sql.ref(name)}() returns trigger language plpgsql as ${sql.lit(
    `begin ${body} end`,
  )}`.execute(db);
}
