import pg from 'pg';
import { Unavailable } from '../runs/run-one.ts';

/** A PostgreSQL that `startPostgres` of the scripts has started. */
export interface Cluster {
  readonly url: string;
  /** Ends its first process with this signal; resolves when that has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** After `end`: starts it again with the same data and port, and waits until it takes connections. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  stop(): Promise<void>;
  /** The same without waiting. */
  kill(): void;
}

const starter = new URL('../../../../scripts/lib/postgres.mjs', import.meta.url).href;

let running: Promise<Pick<Cluster, 'url' | 'stop'>> | undefined;
let databases = 0;

/** Starts one with durable settings. Throws `Unavailable` where there is no PostgreSQL. */
export const startCluster = async (): Promise<Cluster> => {
  try {
    const { startPostgres } = (await import(starter)) as { startPostgres(): Promise<Cluster> };
    return await startPostgres();
  } catch (error) {
    throw new Unavailable(`no PostgreSQL: ${(error as Error).message}`);
  }
};

/** The PostgreSQL of this command: started when first asked for, or the one `DATABASE_URL` names. */
const cluster = () => {
  running ??= (async () => {
    const { DATABASE_URL } = process.env;
    return DATABASE_URL ? { url: DATABASE_URL, stop: async () => undefined } : startCluster();
  })();
  return running;
};

/** Runs one statement on a connection of its own. */
export const ask = async (url: string, statement: string, values: unknown[] = []): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = (await client.query(statement, values)) as { rows: unknown[] };
    return rows;
  } finally {
    await client.end();
  }
};

/** An empty database; answers its URL. Throws `Unavailable` where there is no PostgreSQL. */
export const createPostgresDatabase = async (): Promise<string> => {
  const { url } = await cluster();
  const name = `cmto_faults_${process.pid}_${(databases += 1)}`;
  await ask(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

/** Ends every connection to it but the one that says so. */
export const cutPostgresConnections = async (url: string): Promise<number> => {
  const rows = await ask(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  return rows.length;
};

/** Removes what `createPostgresDatabase` has made. */
export const dropPostgresDatabase = async (url: string): Promise<void> => {
  await ask((await cluster()).url, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
};

/** Stops the PostgreSQL that this command has started, if it has. */
export const stopPostgres = async (): Promise<void> => {
  const started = await running?.catch(() => undefined);
  await started?.stop();
};
