import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredRow } from '../ledger/judge.ts';
import { readPostgres } from '../ledger/read-postgres.ts';
import { readSqlite } from '../ledger/read-sqlite.ts';
import type { DatabaseKind } from '../runs/run.ts';
import { createPostgresDatabase, cutPostgresConnections, dropPostgresDatabase } from './postgres-cluster.ts';

/** An empty database of one kind for one run, gone when the run is over. */
export interface FreshDatabase extends AsyncDisposable {
  /** The server's settings that lead to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where the server keeps files and secret. */
  readonly dataDir: string;
  rows(): Iterable<StoredRow> | AsyncIterable<StoredRow>;
  /** Ends all connections to it, as a restart of the database does. The embedded one has none. */
  cut(): Promise<void>;
}

/** Throws `Unavailable` where that kind of database cannot be had. */
export const freshDatabase = async (kind: DatabaseKind): Promise<FreshDatabase> => {
  const url = kind === 'postgres' ? await createPostgresDatabase() : '';
  const dataDir = await mkdtemp(join(tmpdir(), 'cmto-faults-'));
  return {
    dataDir,
    settings: { CMTO_DATA_DIR: dataDir, DATABASE_URL: url },
    rows: () => (url ? readPostgres(url) : readSqlite(join(dataDir, 'cmto.sqlite'))),
    cut: async () => {
      if (url) await cutPostgresConnections(url);
    },
    [Symbol.asyncDispose]: async () => {
      await rm(dataDir, { recursive: true, force: true });
      if (url) await dropPostgresDatabase(url);
    },
  };
};
