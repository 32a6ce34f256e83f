import pg from 'pg';

/** A PostgreSQL to measure on: databases of its own, made when asked for. */
export interface Postgres {
  /** The address of a new, empty database. */
  create(name: string): Promise<string>;
  /** Removes what was made, and ends what was started. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL that `DATABASE_URL` names, else one started for the measurement; or why there is none. */
export async function openPostgres(): Promise<Postgres | { readonly missing: string }> {
  let cluster: Cluster;
  try {
    cluster = await openCluster();
  } catch (error) {
    return { missing: (error as Error).message };
  }
  const made: string[] = [];
  return {
    create: async (name) => {
      const unique = `cmto_bench_${process.pid}_${name}`;
      await run(cluster.url, `create database ${unique} template template0 encoding 'UTF8'`);
      made.push(unique);
      const url = new URL(cluster.url);
      url.pathname = `/${unique}`;
      return url.href;
    },
    stop: async () => {
      for (const name of made) await run(cluster.url, `drop database ${name} with (force)`);
      await cluster.stop();
    },
  };
}

async function openCluster(): Promise<Cluster> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    await run(DATABASE_URL, 'select 1');
    return { url: DATABASE_URL, stop: async () => undefined };
  }
  const scripts = new URL('../../scripts/lib/', import.meta.url);
  const { findPostgres } = (await import(new URL('find-postgres.mjs', scripts).href)) as { findPostgres(): unknown };
  // Nothing is installed for a measurement.
  if (!findPostgres()) throw new Error('no PostgreSQL is installed, and DATABASE_URL names none');
  const { startPostgres } = (await import(new URL('postgres.mjs', scripts).href)) as {
    startPostgres(): Promise<Cluster>;
  };
  return startPostgres();
}

async function run(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
