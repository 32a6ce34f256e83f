import type { FastifyBaseLogger } from 'fastify';
import { nextRomeDay, startOfRomeDay } from '../time/rome-day.ts';
import type { Database } from './database.ts';

/** Not on the stroke of midnight, when the answers of the last minute are still on their way. */
const afterMidnight = 5 * 60_000;

const often = 15 * 60_000;
/** Written anew in less than a second, for which commits can wait. */
const small = 64 * 1024 * 1024;

/**
 * Forgets in what order answers came: a small file's every quarter of an hour, any file's shortly after midnight, when
 * the day is all that is to remain of the time. Returns how to stop.
 */
export function keepForgettingOrder(database: Pick<Database, 'forgetOrder'>, log: FastifyBaseLogger): () => void {
  let midnight: NodeJS.Timeout;
  const forget = (largest?: number): Promise<void> =>
    database.forgetOrder(largest).catch((error: unknown) => {
      // A file in use by another process: next time, or when the server stops.
      log.warn({ err: error }, 'The order of the answers could not be forgotten yet');
    });
  const schedule = (): void => {
    const wait = nextRomeDay(startOfRomeDay(Date.now())) + afterMidnight - Date.now();
    midnight = setTimeout(() => void forget().then(schedule), wait).unref();
  };
  schedule();
  const quarterly = setInterval(() => void forget(small), often).unref();
  return () => {
    clearTimeout(midnight);
    clearInterval(quarterly);
  };
}
