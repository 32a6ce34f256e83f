import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { nextRomeDay, startOfRomeDay } from '../time/rome-day.ts';
import { closeDays } from './close-days.ts';

/** After the order of the answers was forgotten, and before files are collected. */
const afterMidnight = 20 * 60_000;

/**
 * Closes the register's days that are over: now, and every night. Servers that share a database all try, and each day
 * is closed by one of them. Returns how to stop.
 */
export function keepClosing(db: Kysely<Schema>, log: FastifyBaseLogger): () => void {
  let night: NodeJS.Timeout;
  const close = async (): Promise<void> => {
    try {
      for (const { day, count } of await closeDays(db, Date.now()))
        log.info({ day, count }, 'A day of the register was closed');
    } catch (error) {
      log.warn({ err: error }, 'The register could not be closed for the day yet');
    }
  };
  const schedule = (): void => {
    const wait = nextRomeDay(startOfRomeDay(Date.now())) + afterMidnight - Date.now();
    night = setTimeout(() => void close().then(schedule), wait).unref();
  };
  void close();
  schedule();
  return () => clearTimeout(night);
}
