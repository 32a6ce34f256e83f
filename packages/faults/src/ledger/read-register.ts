import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ask } from '../service/postgres-cluster.ts';

/** A row of the register, as it is numbered. */
export interface RegisteredRow {
  readonly year: number;
  readonly number: number;
  readonly key_hash: string;
  /** SHA-256 of each file, JSON array. */
  readonly attachments: string;
}

const statement = `SELECT year, number, key_hash, attachments FROM register_entries ORDER BY year, number`;

/** All rows of the register, straight from the database: the server's own code is not asked. */
export const readRegister = async (settings: Readonly<Record<string, string>>): Promise<RegisteredRow[]> => {
  const { DATABASE_URL: url, CMTO_DATA_DIR: folder } = settings;
  if (url) return (await ask(url, statement)) as RegisteredRow[];
  const database = new DatabaseSync(join(folder!, 'cmto.sqlite'), { readOnly: true });
  try {
    return database.prepare(statement).all() as unknown as RegisteredRow[];
  } finally {
    database.close();
  }
};
