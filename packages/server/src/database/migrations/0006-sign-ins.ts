import type { Kysely } from 'kysely';
import type { CreateTable } from './create-table.ts';

/** People on their way through an identity provider, and the proofs that they have been there. */
export async function up(db: Kysely<any>, createTable: CreateTable): Promise<void> {
  await createTable('sign_ins')
    .addColumn('state_hash', 'text', (column) => column.primaryKey())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('challenge', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text')
    .addColumn('verifier', 'text')
    .addColumn('code_hash', 'text')
    .addColumn('code_until', 'bigint')
    .addColumn('proof_hash', 'text')
    .addColumn('identity', 'text')
    .addColumn('used_by', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('sign_ins_code_hash', ['code_hash'])
    .addUniqueConstraint('sign_ins_proof_hash', ['proof_hash'])
    .execute();
  await db.schema.createIndex('sign_ins_expires_at').on('sign_ins').column('expires_at').execute();
  await db.schema.createIndex('sign_ins_used_by').on('sign_ins').column('used_by').execute();
}
