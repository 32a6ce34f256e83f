import type { OfficialNumber } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import { toNumberText, yearOf } from './official-number.ts';

/** A number as it is kept with its task. */
export interface Given {
  readonly official: OfficialNumber;
  readonly externalId?: string | undefined;
  readonly via: string;
  readonly operator?: string | undefined;
}

/** What of a task changes once it has its number. */
export const numberValues = (
  { official, externalId, via, operator }: Given,
  now: number,
): Partial<ProtocolTaskRow> => ({
  state: 'registered',
  lease: null,
  settled_at: now,
  problem: null,
  official_register: official.register,
  official_year: yearOf(official),
  official_number: toNumberText(official.number),
  official_date: official.date,
  external_id: externalId ?? null,
  via,
  operator: operator ?? null,
});

/** The official number of a task that has one. */
export const officialOf = (
  row: { [Name in 'official_register' | 'official_number' | 'official_date']: string | null } | undefined,
): OfficialNumber | undefined =>
  row?.official_register
    ? { register: row.official_register, number: row.official_number!, date: row.official_date! }
    : undefined;

/** The key of another document that has this number. */
export async function holderOf(
  db: Kysely<Schema>,
  official: OfficialNumber,
  notOf: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('protocol_tasks')
    .select('key')
    .where('official_register', '=', official.register)
    .where('official_year', '=', yearOf(official))
    .where('official_number', '=', toNumberText(official.number))
    .where('key', '!=', notOf)
    .executeTakeFirst();
  return row?.key;
}
