import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { growRegister } from './grow-register.ts';
import { copyPages, pagesOf, type PagedTable } from './pages.ts';

/** A table with the columns of its key. */
interface Table extends PagedTable {
  /** Of a table that refuses to lose rows: only what it lacks is copied, and nothing taken away. */
  readonly grows?: true;
}

/** Every table of ours; one that refers to another comes after it. */
export const tables: readonly Table[] = [
  { name: 'departments', key: ['id'] },
  { name: 'surveys', key: ['slug'] },
  { name: 'survey_versions', key: ['survey_slug', 'version'] },
  { name: 'responses', key: ['id'] },
  { name: 'survey_counts', key: ['survey_slug'] },
  { name: 'survey_results', key: ['survey_slug'] },
  { name: 'tombstones', key: ['key_hash'] },
  { name: 'attachments', key: ['key', 'sha256'] },
  { name: 'requests', key: ['id'] },
  { name: 'request_contacts', key: ['key'] },
  { name: 'request_events', key: ['request', 'seq'] },
  { name: 'request_messages', key: ['id'] },
  { name: 'department_registers', key: ['department'] },
  { name: 'protocol_tasks', key: ['key'] },
  { name: 'protocol_annulments', key: ['key'] },
  { name: 'protocol_receipts', key: ['key', 'kind', 'identifier'] },
  { name: 'mail_queue', key: ['id'] },
  { name: 'contributions', key: ['id'] },
  { name: 'contribution_events', key: ['contribution', 'seq'] },
  { name: 'contribution_positions', key: ['contribution', 'seq'] },
  { name: 'outputs', key: ['id'] },
  { name: 'output_inputs', key: ['output', 'contribution'] },
  { name: 'contribution_answers', key: ['id'] },
  { name: 'endorsements', key: ['contribution', 'device_hash'] },
  { name: 'request_documents', key: ['key'] },
  { name: 'sign_ins', key: ['state_hash'] },
  { name: 'catalogue', key: ['id'] },
  { name: 'register_entries', key: ['year', 'number'], grows: true },
  { name: 'register_particulars', key: ['year', 'number', 'part'], grows: true },
  { name: 'register_days', key: ['day'], grows: true },
  { name: 'register_confirmations', key: ['day'], grows: true },
];

/** Copies all rows, in the order of their keys, into tables that are empty; those of the register, to what is there. */
export async function copyTables(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  for (const table of tables) if (!table.grows) await copyPages(to, table, pagesOf(from, table));
  await growRegister(from, to);
}

/** Takes all rows out, but for those of the register. */
export async function emptyTables(db: Kysely<Schema>): Promise<void> {
  for (const { name, grows } of tables.toReversed()) if (!grows) await db.deleteFrom(name).execute();
}
