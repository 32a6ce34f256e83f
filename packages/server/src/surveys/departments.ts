import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A department of the institution and the origins whose pages may use its resources. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly origins: ReadonlySet<string>;
  readonly allowsNullOrigin: boolean;
}

export async function readDepartments(db: Kysely<Schema>): Promise<ReadonlyMap<string, Department>> {
  const rows = await db.selectFrom('departments').selectAll().orderBy('id').execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        origins: new Set(JSON.parse(row.allowed_origins) as string[]),
        allowsNullOrigin: row.allow_null_origin === 1,
      },
    ]),
  );
}
