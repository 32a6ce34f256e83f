import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** Departments with their origins, surveys with their versions, answers, attachments. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('departments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('allowed_origins', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('allow_null_origin', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await createTable('surveys')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('department', 'text', (column) => column.notNull().references('departments.id'))
    .addColumn('published', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('opens_at', 'bigint')
    .addColumn('closes_at', 'bigint')
    .addColumn('grace_minutes', 'integer')
    .addColumn('access', 'text', (column) => column.notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('attribution', 'text', (column) => column.notNull())
    .addColumn('results', 'text')
    .execute();

  await createTable('survey_versions')
    .addColumn('survey_slug', 'text', (column) => column.notNull().references('surveys.slug'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_versions_pk', ['survey_slug', 'version'])
    .execute();

  await createTable('survey_counts')
    .addColumn('survey_slug', 'text', (column) => column.primaryKey())
    .addColumn('responses', 'bigint', (column) => column.notNull())
    .execute();

  await createTable('survey_results')
    .addColumn('survey_slug', 'text', (column) => column.primaryKey())
    .addColumn('responses', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();

  await createTable('responses')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('survey_slug', 'text', (column) => column.notNull())
    .addColumn('form_version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('receipt_hash', 'text', (column) => column.notNull())
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('flags', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('completed_at', 'bigint')
    .addColumn('language', 'text')
    .addColumn('page', 'text')
    .addUniqueConstraint('responses_receipt_hash', ['receipt_hash'])
    .execute();

  await createTable('tombstones')
    .addColumn('key_hash', 'text', (column) => column.primaryKey())
    .execute();

  await createTable('attachments')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('stored_on', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('attachments_pk', ['key', 'sha256'])
    .execute();

  await createTable('catalogue')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute();

  await db.insertInto('catalogue').values({ id: 'surveys', revision: 1 }).execute();
  await db.insertInto('departments').values(seedDepartments).execute();
}

const seedDepartments = [
  { id: 'sviluppo-economico', name: 'Sviluppo economico' },
  { id: 'pianificazione-strategica', name: 'Pianificazione strategica' },
  { id: 'innovazione-ict', name: 'Performance, innovazione e ICT' },
];
