import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clientOptions } from './postgres-connections.ts';

/** Tables whose rows came one after the other, with the column that holds the day, where there is one. */
const ordered = [
  { table: 'responses', day: 'received_at', key: 'id', index: 'responses_pkey' },
  { table: 'contributions', day: 'received_at', key: 'id', index: 'contributions_pk' },
  { table: 'endorsements', day: '0', key: 'contribution, device_hash', index: 'endorsements_pk' },
  { table: 'attachments', day: 'stored_on', key: 'key, sha256', index: 'attachments_pk' },
  { table: 'tombstones', day: '0', key: 'key_hash', index: 'tombstones_pkey' },
] as const;

/** Tables that tell their order by intent, and that something may be erased from. */
const erasable = [{ table: 'register_particulars', index: 'register_particulars_pk' }] as const;

/** Whatever waits for a table is kept waiting no longer than this for those who read it now, in milliseconds. */
const patience = 2000;

/** Held by whoever moves or erases rows: a row that is just being moved would escape its deletion. */
export const moveLock = 5_147_001;
/** Held for as long as one process is at it; the others leave it to that one. */
const upkeepLock = 5_147_002;

/** How often a table is rewritten when old rows could not be left out, with a pause (milliseconds) between. */
const attempts = 4;
const pause = 250;

type Ordered = (typeof ordered)[number];
type Rewritten = Ordered | (typeof erasable)[number];

/** What keeps PostgreSQL's tables from telling more than they should. */
export class PostgresOrder {
  readonly #url: string;
  /** Tables with old rows still in them, since somebody who began before may yet look at them. */
  readonly #unfinished = new Set<Rewritten>();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Forgets the order of arrival as far as the tables tell it. PostgreSQL lays rows down as they come, notes in each
   * the transaction that wrote it (`xmin`, which neither `CLUSTER` nor freezing removes) and numbers long values one
   * after the other. So the rows of every day that more than one transaction wrote are written again by a single one,
   * in key order, and the table is then rewritten in key order. Readers and backups that began before see every row.
   */
  forgetOrder(largest = Infinity): Promise<void> {
    return this.#alone(async (client) => {
      if ((await sizeOf(client)) > largest) return;
      for (const one of ordered) {
        if ((await moveMixedDays(client, one)) > 0 || this.#unfinished.has(one)) await this.#rewrite(client, one);
      }
    });
  }

  /** Writes the tables anew, without what was deleted. */
  forgetErased(): Promise<void> {
    return this.#alone(async (client) => {
      for (const one of [...ordered, ...erasable]) await this.#rewrite(client, one);
    }, true);
  }

  /** Where somebody's look at the old rows does not end soon, it is done again the next time. */
  async #rewrite(client: pg.Client, one: Rewritten): Promise<void> {
    this.#unfinished.add(one);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if ((await cluster(client, one)) === 0) {
        this.#unfinished.delete(one);
        return;
      }
      await sleep(pause);
    }
  }

  /**
   * Works on a connection of its own, since it may take longer than the service lets a statement run; one process at a
   * time. With another at it already: waits a little and throws, or leaves it to that one.
   */
  async #alone(work: (client: pg.Client) => Promise<void>, must = false): Promise<void> {
    const client = new pg.Client(clientOptions(this.#url));
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(`select set_config('lock_timeout', '${patience}', false)`);
      if (must) await client.query(`select pg_advisory_lock(${upkeepLock})`);
      else {
        const [lock] = await rowsOf<{ got: boolean }>(client, `select pg_try_advisory_lock(${upkeepLock}) as got`);
        if (!lock.got) return;
      }
      await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Rewrites a table; gives how many old rows had to be kept. It says so in words only, of which the first is the number. */
async function cluster(client: pg.Client, { table, index }: Rewritten): Promise<number> {
  let kept = 0;
  const listen = ({ detail }: { detail?: string | undefined }): void => {
    kept += Number.parseInt(detail ?? '', 10) || 0;
  };
  client.on('notice', listen);
  try {
    await client.query(`cluster verbose ${table} using ${index}`);
  } finally {
    client.off('notice', listen);
  }
  return kept;
}

async function rowsOf<Row>(client: pg.Client, statement: string): Promise<[Row, ...Row[]]> {
  const { rows } = await client.query(statement);
  return rows as [Row, ...Row[]];
}

async function sizeOf(client: pg.Client): Promise<number> {
  const sizes = ordered.map(({ table }) => `pg_total_relation_size('${table}')`);
  const [{ bytes }] = await rowsOf<{ bytes: number }>(client, `select (${sizes.join(' + ')})::int8 as bytes`);
  return bytes;
}

/** Deleted and inserted anew, not updated: an update would leave long values where, and as, they are. */
async function moveMixedDays(client: pg.Client, { table, day, key }: Ordered): Promise<number> {
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${moveLock})`);
    const { rowCount } = await client.query(`
      with mixed as (
        select ${day} as day from ${table} group by 1 having count(distinct xmin::text) > 1
      ), moved as (
        delete from ${table} where ${day} in (select day from mixed) returning *
      )
      insert into ${table} select * from moved order by ${key}`);
    await client.query('commit');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
