import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** What official registers are yet to be told of annulments, and what became of it. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('protocol_annulments')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('ordered_by', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('adapter', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lease', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('problem', 'text')
    .addColumn('via', 'text')
    .addColumn('operator', 'text')
    .execute();
  await db.schema
    .createIndex('protocol_annulments_due')
    .on('protocol_annulments')
    .columns(['state', 'due_at'])
    .execute();
}
