import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredRow } from '../ledger/judge.ts';
import { countInPostgres, readPostgres } from '../ledger/read-postgres.ts';
import { countInSqlite, readSqlite } from '../ledger/read-sqlite.ts';
import type { DatabaseKind } from '../runs/run.ts';
import type { OwnPostgres } from './own-postgres.ts';
import { createPostgresDatabase, cutPostgresConnections, dropPostgresDatabase } from './postgres-cluster.ts';

/** An empty database of one kind for one run, gone when the run is over. */
export interface FreshDatabase extends AsyncDisposable {
  /** The server's settings that lead to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where the server keeps files and secret. */
  readonly dataDir: string;
  rows(): Iterable<StoredRow> | AsyncIterable<StoredRow>;
  /** How many answers it has counted, each in the transaction that stored it. */
  counted(): Promise<number>;
  /** Ends all connections to it, as a restart of the database does, and tells how many. The embedded one has none. */
  cut(): Promise<number>;
}

/** In `own`, if given, which goes with all it holds. Throws `Unavailable` where that kind of database cannot be had. */
export const freshDatabase = async (kind: DatabaseKind, own?: OwnPostgres): Promise<FreshDatabase> => {
  const url = own?.url ?? (kind === 'postgres' ? await createPostgresDatabase() : '');
  const dataDir = await mkdtemp(join(tmpdir(), 'cmto-faults-'));
  const file = join(dataDir, 'cmto.sqlite');
  // A command that is told to stop leaves nothing behind either; whoever writes here is killed before (`prependOnce…`).
  const takeAlong = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', takeAlong);
  return {
    dataDir,
    settings: { CMTO_DATA_DIR: dataDir, DATABASE_URL: url },
    rows: () => (url ? readPostgres(url) : readSqlite(file)),
    counted: async () => (url ? countInPostgres(url) : countInSqlite(file)),
    cut: async () => (url ? cutPostgresConnections(url) : 0),
    [Symbol.asyncDispose]: async () => {
      process.off('exit', takeAlong);
      await rm(dataDir, { recursive: true, force: true });
      if (url && !own) await dropPostgresDatabase(url);
    },
  };
};
