import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/**
 * Services beside surveys in the same table, since a slug is one on the whole server. A request's submission is a row of
 * `responses`, where its key is one, too; what becomes of it is here.
 */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await db.schema
    .alterTable('surveys')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('survey'))
    .execute();

  await createTable('requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('formal', 'integer', (column) => column.notNull())
    .addColumn('applicant', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('register_code', 'text')
    .addColumn('register_year', 'integer')
    .addColumn('register_number', 'text')
    .addColumn('annulled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('official', 'text')
    .addColumn('registered_at', 'bigint')
    .addColumn('deadline', 'bigint')
    .addColumn('suspended_at', 'bigint')
    .addColumn('was_suspended', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('escalated', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('asked', 'text')
    .addColumn('outcome', 'text')
    .addColumn('confirmation', 'text')
    .execute();
  await db.schema.createIndex('requests_due').on('requests').columns(['state', 'deadline']).execute();
  await db.schema.createIndex('requests_department').on('requests').columns(['department', 'state']).execute();

  await createTable('request_contacts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull())
    .execute();

  await createTable('request_events')
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('register', 'text')
    .addColumn('official', 'text')
    .addColumn('operator', 'text')
    .addPrimaryKeyConstraint('request_events_pk', ['request', 'seq'])
    .execute();

  await createTable('request_messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('register', 'text')
    .addColumn('operator', 'text')
    .execute();
  await db.schema.createIndex('request_messages_request').on('request_messages').columns(['request', 'at']).execute();
}
