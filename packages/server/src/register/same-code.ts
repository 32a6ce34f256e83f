import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { lastEntry } from './register.ts';

/** Throws when the register was begun under another code: a number would not say any more which register it is of. */
export async function requireSameCode(db: Kysely<Schema>, code: string): Promise<void> {
  const last = await lastEntry(db);
  if (last && last.code !== code)
    throw new Error(`The register's code is ${last.code}, and CMTO_REGISTER_CODE says ${code}`);
}
