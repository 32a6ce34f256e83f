import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** What providers of certified mail have certified of messages to protocol offices. */
export async function up(_db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('protocol_receipts')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('certified_at', 'bigint', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'bigint', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('protocol_receipts_pk', ['key', 'kind', 'identifier'])
    .execute();
}
