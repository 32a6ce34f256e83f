import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { nextRomeDay, startOfRomeDay } from '../time/rome-day.ts';

/** Something that the server does again and again without being asked. */
export interface Job {
  /** What the log says of a round that failed: the next one is another attempt. */
  readonly complaint: string;
  /** One round. */
  work(): Promise<unknown>;
  /** Lets a long round end with what is in hand. */
  stop?(): void;
  /** Lets go of what rounds need. None is under way any more, unless it outlasted everyone's patience. */
  close?(): void;
}

/** The rounds of all jobs of one server: never two of the same job at once, and none that keeps the process alive. */
export class Jobs {
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  readonly #patience: number;
  readonly #jobs: Job[] = [];
  readonly #timers = new Map<Job, NodeJS.Timeout>();
  readonly #underWay = new Set<Promise<void>>();
  #isStopped = false;

  /**
   * `patience`: how long rounds under way may take to end when the server stops, in milliseconds. What is not done by
   * then is found again at the next start.
   */
  constructor(log: Pick<FastifyBaseLogger, 'warn'>, patience = 8000) {
    this.#log = log;
    this.#patience = patience;
  }

  /** A round so many milliseconds after the one before has ended. */
  every(interval: number, job: Job): this {
    return this.#take(job, () => interval);
  }

  /** A round every night, so many milliseconds after midnight in Rome. */
  nightly(afterMidnight: number, job: Job): this {
    return this.#take(job, () => nextRomeDay(startOfRomeDay(Date.now())) + afterMidnight - Date.now());
  }

  /** A round now, for what the server has slept through. */
  now(job: Job): this {
    void this.#round(job);
    return this;
  }

  /** No round begins any more; resolves when those under way have ended, or have taken too long. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const job of this.#jobs) job.stop?.();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.race([Promise.all(this.#underWay), sleep(this.#patience, undefined, { ref: false })]);
    for (const job of this.#jobs) job.close?.();
  }

  #take(job: Job, wait: () => number): this {
    this.#jobs.push(job);
    this.#schedule(job, wait);
    return this;
  }

  #schedule(job: Job, wait: () => number): void {
    if (this.#isStopped) return;
    const next = setTimeout(() => void this.#round(job).then(() => this.#schedule(job, wait)), wait()).unref();
    this.#timers.set(job, next);
  }

  #round(job: Job): Promise<void> {
    const round = job
      .work()
      .then(
        () => undefined,
        (error: unknown) => this.#log.warn({ err: error }, job.complaint),
      )
      .finally(() => this.#underWay.delete(round));
    this.#underWay.add(round);
    return round;
  }
}
