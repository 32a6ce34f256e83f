import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** PostgreSQL could not be reached, or the connection broke. Whether the statement under way was done is not known. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** What the system or PostgreSQL calls the reason, as `ECONNREFUSED` or `28P01`. */
  readonly code: string | undefined;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.code = (cause as NodeJS.ErrnoException | undefined)?.code;
  }
}

export interface ConnectionOptions {
  /** Most connections held at a time. */
  readonly connections: number;
  /** Milliseconds a statement waits for a lock. */
  readonly lockTimeout: number;
}

/** Milliseconds for one statement of the service; all of them read or write a few pages. */
const statementTimeout = 30_000;
/** A server that has vanished without a word answers nothing at all: then this, a little later than its own limit. */
const silence = statementTimeout + 5000;
const connectTimeout = 5000;

/** The pool that Kysely takes its connections from. It recovers by itself when the database is back. */
export class PostgresConnections implements PostgresPool {
  readonly options: pg.PoolConfig;
  readonly #pool: pg.Pool;
  readonly #lockTimeout: number;
  readonly #connections = new WeakMap<pg.PoolClient, Connection>();

  constructor(url: string, { connections, lockTimeout }: ConnectionOptions) {
    this.options = {
      ...clientOptions(url),
      max: connections,
      connectionTimeoutMillis: connectTimeout,
      query_timeout: silence,
    };
    this.#lockTimeout = lockTimeout;
    this.#pool = new pg.Pool(this.options);
    // An idle connection that breaks is simply replaced; one in use says so where it is used.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Throws a `ConnectionError`. */
  async connect(): Promise<PostgresPoolClient> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw new ConnectionError('The database cannot be reached', error);
    }
    const known = this.#connections.get(client);
    if (known) return known;
    const connection = new Connection(client);
    try {
      await connection.query(sessionSettings, [String(statementTimeout), String(this.#lockTimeout)]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#connections.set(client, connection);
    return connection;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What every connection of ours has in common, those outside the pool too. */
export const clientOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  fallback_application_name: 'cmto',
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // Counts and times are far below 2^53. Set here and not for the whole process: others may use the driver, too.
  types: {
    getTypeParser: ((oid: number, format: 'text') =>
      oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
        ? Number
        : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  },
});

/**
 * An acknowledged answer is on the disk, whatever the server's own default; where replicas are to have it as well
 * (`remote_apply`), they still do.
 */
const sessionSettings = `select
  set_config('synchronous_commit', case current_setting('synchronous_commit') when 'remote_apply' then 'remote_apply' else 'on' end, false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('statement_timeout', $1, false),
  set_config('idle_in_transaction_session_timeout', $1, false),
  set_config('lock_timeout', $2, false)`;

/** One connection. After an error that did not come from PostgreSQL itself it is used no more. */
class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #broken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') throw new TypeError('Rows are read page by page, not through a cursor');
    return this.#query<R>(statement, parameters);
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#broken);
  }

  async #query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#broken) throw new ConnectionError('The connection to the database has broken');
    try {
      return (await this.#client.query(text, [...parameters])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof pg.DatabaseError) throw error;
      this.#broken = true;
      throw new ConnectionError('The connection to the database has broken', error);
    }
  }
}
