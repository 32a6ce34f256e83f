import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** Letters that wait for the mail server, and the canonical documents that the register has the hashes of. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('mail_queue')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('office', 'text')
    .addColumn('template', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lease', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('problem', 'text')
    .execute();
  await db.schema.createIndex('mail_queue_due').on('mail_queue').columns(['state', 'due_at']).execute();
  await db.schema.createIndex('mail_queue_key').on('mail_queue').column('key').execute();

  await createTable('request_documents')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
}
