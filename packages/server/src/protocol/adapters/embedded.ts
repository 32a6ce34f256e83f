import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { RegisterAdapter } from '../adapter.ts';

/**
 * For a department without an official register: the internal receipts register, in which everything is already, is all
 * there is. Its numbers never become official ones.
 */
export function embeddedAdapter(db: Kysely<Schema>): RegisterAdapter {
  const internal = () => Promise.resolve({ kind: 'internal' } as const);
  return {
    describe: () => ({
      name: 'embedded',
      version: '1',
      capabilities: { attachments: true, annul: false, outgoing: true, search: false, maxBytes: Infinity },
    }),
    health: () => Promise.resolve({ state: 'up' }),
    register: internal,
    addAttachment: internal,
    registerOutgoing: internal,
    // `register annul` is the way: another row of the internal register, and nothing outside it.
    annul: () => Promise.resolve({ kind: 'office' }),
    lookup: () => Promise.resolve({ kind: 'none' }),
    dailyRegister: async (day) => {
      const row = await db.selectFrom('register_days').selectAll().where('day', '=', day).executeTakeFirst();
      return row && { day, rows: row.count, csvSha256: row.csv_sha256, jsonSha256: row.json_sha256 };
    },
  };
}
