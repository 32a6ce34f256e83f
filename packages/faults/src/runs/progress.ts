import type { Ledger } from '../ledger/ledger.ts';
import { whole } from './run.ts';

const everyMilliseconds = 30_000;
const megabyte = 2 ** 20;

/** Tells how far a run is, and how much memory this process takes meanwhile, in a line now and then. */
export const tellProgress = (name: string) => {
  const began = performance.now();
  let watched: Ledger | undefined;
  const tell = (): void => {
    const seconds = whole(Math.round((performance.now() - began) / 1000));
    const memory = whole(Math.round(process.memoryUsage.rss() / megabyte));
    const counts = watched
      ? `${whole(watched.promised.size)} promised, ${whole(watched.acknowledged.size)} acknowledged, `
      : '';
    console.error(`  … ${name}: ${counts}${seconds} s, ${memory} MB`);
  };
  const timer = setInterval(tell, everyMilliseconds);
  return {
    watch: (ledger: Ledger): void => void (watched = ledger),
    stop: (): void => clearInterval(timer),
  };
};
