import type { FastifyBaseLogger } from 'fastify';
import { nextRomeDay, startOfRomeDay } from '../time/rome-day.ts';
import { collectOrphans, type OrphanOptions } from './orphans.ts';

/** After the order of the answers was forgotten, which takes its time, too. */
const afterMidnight = 45 * 60_000;

/** Deletes files that nobody needs, every night. Returns how to stop. */
export function keepCollecting(options: Omit<OrphanOptions, 'now'>, log: FastifyBaseLogger): () => void {
  let night: NodeJS.Timeout;
  const collect = async (): Promise<void> => {
    try {
      const { files, leftovers } = await collectOrphans({ ...options, now: Date.now() });
      if (files + leftovers > 0) log.info({ files, leftovers }, 'Files that nobody needs were deleted');
    } catch (error) {
      log.warn({ err: error }, 'Files that nobody needs could not be deleted yet');
    }
  };
  const schedule = (): void => {
    const wait = nextRomeDay(startOfRomeDay(Date.now())) + afterMidnight - Date.now();
    night = setTimeout(() => void collect().then(schedule), wait).unref();
  };
  schedule();
  return () => clearTimeout(night);
}
