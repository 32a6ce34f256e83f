import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';
import { refuse, refuseChanges, refuseInserts, refuseTruncate } from './insert-only.ts';

/** The internal receipts register: its chain, what in it may be erased, its closed days and their confirmations. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('register_entries')
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('correspondent', 'text')
    .addColumn('subject', 'text')
    .addColumn('files', 'text')
    .addColumn('document', 'text')
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('linked_year', 'integer')
    .addColumn('linked_number', 'integer')
    .addColumn('part', 'text')
    .addColumn('act', 'text')
    .addColumn('prev', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('register_entries_pk', ['year', 'number'])
    .addUniqueConstraint('register_entries_key_hash', ['key_hash'])
    .execute();
  await db.schema
    .createIndex('register_entries_linked')
    .on('register_entries')
    .columns(['linked_year', 'linked_number'])
    .execute();
  await db.schema.createIndex('register_entries_day').on('register_entries').columns(['day', 'number']).execute();

  await createTable('register_particulars')
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('register_particulars_pk', ['year', 'number', 'part'])
    .execute();

  await createTable('register_days')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('first', 'integer')
    .addColumn('last', 'integer')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addColumn('json_sha256', 'text', (column) => column.notNull())
    .addColumn('csv_sha256', 'text', (column) => column.notNull())
    .addColumn('as_of_year', 'integer', (column) => column.notNull())
    .addColumn('as_of_number', 'integer', (column) => column.notNull())
    .addColumn('closed_at', 'bigint', (column) => column.notNull())
    .addColumn('prev', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();

  await createTable('register_confirmations')
    .addColumn('day', 'text', (column) => column.primaryKey().references('register_days.day'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .execute();

  await refuseChanges(db, 'register_entries', 'register_days', 'register_confirmations');
  await refuse(db, 'register_particulars', 'update');
  await refuse(db, 'register_particulars', 'delete', erasureOf('old'));
  await refuseTruncate(db, 'register_particulars');
  // Looked up from the end: for `max` PostgreSQL may keep a plan from when the table was small, and read a whole year.
  // Also what SQLite's `insert or replace` would do, which fires no trigger on delete.
  await refuseInserts(db, 'register_entries', {
    'the number is not the next one':
      'new.number <> coalesce((select number from register_entries where year = new.year order by number desc limit 1), 0) + 1',
    'the year goes back': 'new.year < (select year from register_entries order by year desc limit 1)',
    'the key is there': 'exists (select 1 from register_entries where key_hash = new.key_hash)',
    'the chain breaks': `new.prev <> (select hash from register_entries order by year desc, number desc limit 1)`,
    'the day is closed': 'new.day <= (select max(day) from register_days)',
  });
  await refuseInserts(db, 'register_particulars', {
    'it is there': `exists (select 1 from register_particulars where year = new.year and number = new.number and part = new.part)`,
    'it was erased': erasureOf('new'),
  });
  await refuseInserts(db, 'register_days', {
    'the day is closed': 'new.day <= (select max(day) from register_days)',
    'the chain breaks': 'new.prev <> (select hash from register_days order by day desc limit 1)',
  });
  await refuseInserts(db, 'register_confirmations', {
    'the day is confirmed': 'exists (select 1 from register_confirmations where day = new.day)',
  });
}

/** A particular may go where the register itself says that it was erased. */
const erasureOf = (row: 'old' | 'new'): string => `exists (select 1 from register_entries as erasure
  where erasure.kind = 'erasure' and erasure.linked_year = ${row}.year and erasure.linked_number = ${row}.number
  and erasure.part = ${row}.part)`;
