import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Database } from '../database/database.ts';
import { erase, type Erased } from '../intake/erasure.ts';
import type { Entered, Register } from '../register/register.ts';
import type { RegisterNumber } from '../register/entry.ts';

/**
 * Erases a request with its files, and what the register tells of persons in all its registrations, by rows that say so:
 * whether it may, or must be kept (GDPR art. 17(3)(b)), the office has decided. Undefined: there is no such request.
 */
export async function eraseRequest(
  database: Pick<Database, 'db' | 'kind'>,
  { register }: { readonly register: Register },
  store: AttachmentStore,
  id: string,
  act: Omit<Entered, 'year' | 'number'>,
): Promise<Erased | undefined> {
  const { db } = database;
  const row = await db.selectFrom('responses').select('receipt_hash').where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  return erase(database, store, row.receipt_hash, async (transaction, keys) => {
    // Last: the register's lock is held from here to the end.
    for (const key of keys) {
      const registration = await register.find(transaction, key);
      if (registration) await register.eraseAll(transaction, { ...act, ...numberOf(registration) });
    }
  });
}

const numberOf = ({ year, number }: { year: number; number: string }): RegisterNumber => ({
  year,
  number: Number(number),
});
