import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** Which official register a department has, and what waits for a number of it. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('department_registers')
    .addColumn('department', 'text', (column) => column.primaryKey().references('departments.id'))
    .addColumn('adapter', 'text', (column) => column.notNull())
    .addColumn('register_code', 'text')
    .addColumn('administration', 'text')
    .addColumn('area', 'text')
    .addColumn('office', 'text')
    .addColumn('classification', 'text')
    .addColumn('folder', 'text')
    .addColumn('target', 'text')
    .execute();

  await createTable('protocol_tasks')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('task', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('adapter', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lease', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('problem', 'text')
    .addColumn('official_register', 'text')
    .addColumn('official_year', 'integer')
    .addColumn('official_number', 'text')
    .addColumn('official_date', 'text')
    .addColumn('external_id', 'text')
    .addColumn('via', 'text')
    .addColumn('operator', 'text')
    // One number is one document's: a register that gives it twice is not believed.
    .addUniqueConstraint('protocol_tasks_official', ['official_register', 'official_year', 'official_number'])
    .execute();
  await db.schema.createIndex('protocol_tasks_due').on('protocol_tasks').columns(['state', 'due_at']).execute();
  await db.schema.createIndex('protocol_tasks_number').on('protocol_tasks').columns(['year', 'number']).execute();
  await db.schema.createIndex('protocol_tasks_request').on('protocol_tasks').column('request').execute();
}
