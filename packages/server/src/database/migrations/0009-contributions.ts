import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** What becomes of contributions: a contribution's submission is a row of `responses`, where its key is one, too. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('contributions')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('public_id', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('section', 'text')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('zone', 'integer')
    .addColumn('municipality', 'text')
    .addColumn('flags', 'text', (column) => column.notNull())
    .addColumn('words_hash', 'text', (column) => column.notNull())
    .addColumn('agreements', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('answer', 'text')
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('appealed', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('register', 'text')
    .addPrimaryKeyConstraint('contributions_pk', ['id'])
    .addUniqueConstraint('contributions_public_id', ['public_id'])
    .execute();
  await db.schema
    .createIndex('contributions_listed')
    .on('contributions')
    .columns(['slug', 'state', 'public_id'])
    .execute();
  await db.schema.createIndex('contributions_words').on('contributions').columns(['slug', 'words_hash']).execute();

  await createTable('contribution_events')
    .addColumn('contribution', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('operator', 'text')
    .addPrimaryKeyConstraint('contribution_events_pk', ['contribution', 'seq'])
    .execute();

  await createTable('contribution_answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('operator', 'text', (column) => column.notNull())
    .execute();

  await createTable('endorsements')
    .addColumn('contribution', 'text', (column) => column.notNull())
    .addColumn('device_hash', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('endorsements_pk', ['contribution', 'device_hash'])
    .addUniqueConstraint('endorsements_key_hash', ['key_hash'])
    .execute();
}
