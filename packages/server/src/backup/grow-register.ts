import type { Kysely } from 'kysely';
import type { RegisterEntryRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { registrationText } from '../register/entry.ts';
import { lastEntry } from '../register/register.ts';
import { copyPages, pagesOf } from './pages.ts';

/**
 * Adds to a register what it lacks of another one with the same past. Nothing is taken back: a number that was given
 * stays given, also when the request that it was given to is restored away; sent again, it gets that number again. What
 * was erased here stays erased. Throws when the two have gone different ways.
 */
export async function growRegister(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  const [ours, theirs] = [await lastEntry(to), await lastEntry(from)];
  if (!theirs) return;
  if (ours) await requireSamePast(from, to, ours, theirs);
  const behind = ours ? [ours.year, ours.number] : [];
  const entries = { name: 'register_entries', key: ['year', 'number'] } as const;
  await copyPages(to, entries, pagesOf(from, entries, behind));
  const particulars = { name: 'register_particulars', key: ['year', 'number', 'part'] } as const;
  await copyPages(to, particulars, pagesOf(from, particulars, behind));
  const days = { name: 'register_days', key: ['day'] } as const;
  const { last } = await to
    .selectFrom('register_days')
    .select((eb) => eb.fn.max('day').as('last'))
    .executeTakeFirstOrThrow();
  await copyPages(to, days, pagesOf(from, days, last ? [last] : []));
  await addConfirmations(from, to);
}

/** Days are confirmed in any order. */
async function addConfirmations(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  const known = await to.selectFrom('register_confirmations').select('day').execute();
  const days = new Set(known.map(({ day }) => day));
  for (const row of await from.selectFrom('register_confirmations').selectAll().execute()) {
    if (!days.has(row.day)) await to.insertInto('register_confirmations').values(row).execute();
  }
}

/** The chain makes one row enough: with it, all rows before it are the same. */
async function requireSamePast(
  from: Kysely<Schema>,
  to: Kysely<Schema>,
  ours: RegisterEntryRow,
  theirs: RegisterEntryRow,
): Promise<void> {
  const oursIsShorter = ours.year < theirs.year || (ours.year === theirs.year && ours.number <= theirs.number);
  const [last, other] = oursIsShorter ? [ours, from] : [theirs, to];
  const same = await other
    .selectFrom('register_entries')
    .select('number')
    .where('hash', '=', last.hash)
    .where('year', '=', last.year)
    .where('number', '=', last.number)
    .executeTakeFirst();
  if (!same)
    throw new Error(
      `The register here and the backup's have gone different ways, at ${registrationText(last)} or before: neither may be lost`,
    );
}
