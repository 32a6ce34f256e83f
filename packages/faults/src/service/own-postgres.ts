import type { Random } from '../random.ts';
import { ask, type Cluster, startCluster } from './postgres-cluster.ts';

/** How PostgreSQL is ended: its fast shutdown, its immediate one, or no farewell at all. */
export type Ending = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/** A PostgreSQL that belongs to one run, which may kill it. It keeps data and port; its settings are durable ones. */
export class OwnPostgres implements AsyncDisposable {
  readonly #cluster: Cluster;
  readonly #takeAlong: () => void;

  private constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#takeAlong = () => cluster.kill();
    process.once('exit', this.#takeAlong);
  }

  /** Throws `Unavailable` where there is no PostgreSQL. */
  static async open(): Promise<OwnPostgres> {
    return new OwnPostgres(await startCluster());
  }

  get url(): string {
    return this.#cluster.url;
  }

  /** Ends it; SIGKILL goes to all its processes, as when a machine's memory runs out. */
  async end(how: Ending): Promise<void> {
    const parts = how === 'SIGKILL' ? await this.#parts() : [];
    const ended = this.#cluster.end(how);
    for (const part of parts) killIfThere(part);
    await ended;
  }

  /** Starts it again on what it left. */
  start(): Promise<void> {
    return this.#cluster.start();
  }

  /** SIGKILL to one of its processes, which makes it begin anew by itself; resolves when it takes connections again. */
  async losePart(random: Random): Promise<void> {
    killIfThere(random.pick(await this.#parts()));
    await this.#parts();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.off('exit', this.#takeAlong);
    await this.#cluster.stop();
  }

  /** Its processes but the first and the one that says so: those of connections, and those that write. */
  async #parts(): Promise<number[]> {
    for (;;) {
      try {
        const rows = await ask(this.url, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() ORDER BY pid');
        return (rows as { pid: number }[]).map(({ pid }) => pid);
      } catch {
        // It is just coming back.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
}

const killIfThere = (processId: number): void => {
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
