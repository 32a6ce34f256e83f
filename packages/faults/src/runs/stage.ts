import { hearProxy } from '../ledger/hear-proxy.ts';
import { judge, type Verdict } from '../ledger/judge.ts';
import { Ledger } from '../ledger/ledger.ts';
import { FaultProxy, type ProxyOptions } from '../proxy/proxy.ts';
import type { Random } from '../random.ts';
import { type FreshDatabase, freshDatabase } from '../service/fresh-database.ts';
import type { OwnPostgres } from '../service/own-postgres.ts';
import type { Asked } from '../service/asked.ts';
import type { ServerProcess } from '../service/server-process.ts';
import { startServers } from '../service/service.ts';
import { theSurvey } from '../service/survey.ts';
import type { DatabaseKind, RunOptions } from './run.ts';

export interface StageOptions
  extends Pick<ProxyOptions, 'plan' | 'ownAnswer' | 'onHeld'>, Pick<RunOptions, 'watch' | 'settings'> {
  readonly database: DatabaseKind;
  /** A PostgreSQL of the run's own, in place of the command's. */
  readonly postgres?: OwnPostgres | undefined;
  /** What is published: the survey, unless said otherwise. */
  readonly asked?: Asked;
  /** How many servers share the database; the proxy hands connections to them in turn. */
  readonly servers?: number;
  /** One that somebody else writes in, too. */
  readonly ledger?: Ledger;
  /** A server has answered a request. */
  readonly onAnswered?: () => void;
  /** For what the stage itself draws. */
  readonly random: Random;
}

/** What every run stands on: a fresh database, real servers, the proxy before them, and the ledger that hears it. */
export class Stage implements AsyncDisposable {
  readonly database: FreshDatabase;
  readonly servers: readonly ServerProcess[];
  readonly ledger: Ledger;
  readonly proxy: FaultProxy;

  private constructor(database: FreshDatabase, servers: readonly ServerProcess[], ledger: Ledger, proxy: FaultProxy) {
    this.database = database;
    this.servers = servers;
    this.ledger = ledger;
    this.proxy = proxy;
  }

  /** Throws `Unavailable` where the database cannot be had. */
  static async open(options: StageOptions): Promise<Stage> {
    const {
      database: kind,
      servers: count = 1,
      asked = theSurvey,
      random,
      ledger = new Ledger(),
      onAnswered,
    } = options;
    const database = await freshDatabase(kind, options.postgres);
    const servers = await startServers(database, { count, asked, settings: options.settings }).catch(
      async (error: unknown) => {
        await database[Symbol.asyncDispose]();
        throw error;
      },
    );
    options.watch?.(ledger);
    const hear = hearProxy(ledger);
    let connections = 0;
    const proxy = await FaultProxy.open({
      ...options,
      serverPort: () => servers[(connections += 1) % count]!.port,
      restartServer: () => random.pick(servers).restart(random.pick(['SIGTERM', 'SIGKILL'])),
      onAnswer: (request, answer) => {
        hear(request, answer);
        onAnswered?.();
      },
    });
    return new Stage(database, servers, ledger, proxy);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.proxy.port}`;
  }

  get api(): string {
    return `${this.origin}/api/v1`;
  }

  /** How often each fault has happened, in words. */
  get counts(): string[] {
    return [...this.proxy.counts].map(([name, times]) => `${name} ${times.toLocaleString('en')}`);
  }

  /** Lets the last replays arrive, stops the servers in order, and holds the ledger against the database. */
  async verdict(): Promise<Verdict> {
    await this.proxy.settle();
    await this.#stop();
    return judge(this.ledger, this.database.rows(), await this.database.counted());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
    await this.database[Symbol.asyncDispose]();
  }

  async #stop(): Promise<void> {
    await this.proxy.close();
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}
