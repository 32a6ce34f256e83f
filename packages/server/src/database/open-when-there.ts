import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database.ts';
import { isUnavailable } from './unavailable.ts';

/** After a power cut the database may be back later than we are: so long it is waited for, in milliseconds. */
const patience = 60_000;
const betweenTries = 1000;

/** Opens a database as soon as it is there. Throws what the last try threw. */
export async function openWhenThere(open: () => Promise<Database>, log: FastifyBaseLogger): Promise<Database> {
  const givenUp = performance.now() + patience;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > givenUp) throw error;
      log.warn({ code: (error as NodeJS.ErrnoException).code }, 'The database is not there yet');
      await pause(betweenTries);
    }
  }
}
