import type { FastifyBaseLogger } from 'fastify';
import type { ProtocolWorker } from './protocol-worker.ts';

const often = 5000;

/** Looks after the outbox every few seconds. Returns how to stop, the document in hand being finished. */
export function keepRegistering(worker: ProtocolWorker, log: FastifyBaseLogger): () => Promise<void> {
  let next: NodeJS.Timeout;
  let working = Promise.resolve();
  const work = async (): Promise<void> => {
    try {
      await worker.work();
    } catch (error) {
      // The database is away: what was claimed is due again when the claim ends.
      log.warn({ err: error }, 'Official registers could not be reached yet');
    }
  };
  const schedule = (): void => {
    next = setTimeout(() => {
      working = work().then(schedule);
    }, often).unref();
  };
  schedule();
  return async () => {
    worker.stop();
    await working;
    clearTimeout(next);
  };
}
