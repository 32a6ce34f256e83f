import { sql, type Transaction } from 'kysely';
import { kindOf } from '../database/kind-of.ts';
import type { Schema } from '../database/schema.ts';

/** Held by whoever writes into the register, until its transaction ends. */
const registerLock = 5_147_003;

/**
 * Lets one transaction at a time write into the register, on all servers: numbers have no gaps because nobody takes one
 * before the last one is committed or gone. The embedded database has one writer anyway.
 */
export async function lockRegister(transaction: Transaction<Schema>): Promise<void> {
  if (kindOf(transaction) !== 'postgres') return;
  await sql`select pg_advisory_xact_lock(${sql.lit(registerLock)})`.execute(transaction);
}
