import type { Kysely } from 'kysely';
import type { RequestRow, Schema } from '../database/schema.ts';
import { CommandError, usageError } from './command.ts';

/** The request that a person names by its number, with or without the register's code, or by its id. */
export async function findRequest(db: Kysely<Schema>, typed: string): Promise<RequestRow> {
  const [, year, number] = /^(?:[A-Za-z0-9_.-]{1,16}-)?(\d{4})\/(\d{1,10})$/.exec(typed) ?? [];
  const isId = /^[0-9a-f-]{36}$/.test(typed);
  if (!isId && !year) throw usageError(`"${typed}" is no request: its number is written as 2026/0000123`);
  const query = db.selectFrom('requests').selectAll();
  const row = await (
    isId
      ? query.where('id', '=', typed)
      : query.where('register_year', '=', Number(year)).where('register_number', '=', number!.padStart(7, '0'))
  ).executeTakeFirst();
  if (!row) throw new CommandError(`There is no request ${typed}`);
  return row;
}
