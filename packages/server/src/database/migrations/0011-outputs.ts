import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** Acts of the institution, and which contributions each of them used. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('outputs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute();

  await createTable('output_inputs')
    .addColumn('output', 'text', (column) => column.notNull())
    .addColumn('contribution', 'text', (column) => column.notNull())
    .addColumn('part', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('output_inputs_pk', ['output', 'contribution'])
    .execute();
  await db.schema.createIndex('output_inputs_of').on('output_inputs').column('contribution').execute();
}
