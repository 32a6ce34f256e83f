import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { MailQueue } from './mail-queue.ts';
import type { MailWorker } from './mail-worker.ts';

const often = 5000;
const daily = 24 * 60 * 60_000;
/** How long it is remembered that a letter was sent. */
const remembered = 30 * daily;

/** A mail server may be slow to answer; whoever stops us is not to wait for it. The letter is taken up by the next to start. */
const patience = 5000;

/** Looks after the queue every few seconds, and forgets what was sent long ago. Returns how to stop. */
export function keepMailing(worker: MailWorker, queue: MailQueue, log: FastifyBaseLogger): () => Promise<void> {
  let next: NodeJS.Timeout;
  let working = Promise.resolve();
  const work = async (): Promise<void> => {
    try {
      await worker.work();
    } catch (error) {
      // The database is away: what was claimed is due again when the claim ends.
      log.warn({ err: error }, 'Letters could not be sent yet');
    }
  };
  const schedule = (): void => {
    next = setTimeout(() => {
      working = work().then(schedule);
    }, often).unref();
  };
  schedule();
  const pruning = setInterval(() => {
    queue
      .prune(Date.now() - remembered)
      .catch((error: unknown) => log.warn({ err: error }, 'Letters sent long ago could not be forgotten yet'));
  }, daily).unref();
  return async () => {
    worker.stop();
    clearInterval(pruning);
    await Promise.race([working, sleep(patience, undefined, { ref: false })]);
    clearTimeout(next);
  };
}
