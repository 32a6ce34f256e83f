import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** Where contributions stand in later versions of the document they are about. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await db.schema.alterTable('contributions').addColumn('position', 'text').execute();
  await db.schema
    .alterTable('contributions')
    .addColumn('positions', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await createTable('contribution_positions')
    .addColumn('contribution', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document_version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('section', 'text')
    .addColumn('anchor', 'text')
    .addColumn('certainty', 'double precision', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('diff', 'text')
    .addColumn('candidates', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('operator', 'text')
    .addPrimaryKeyConstraint('contribution_positions_pk', ['contribution', 'seq'])
    .execute();
}
