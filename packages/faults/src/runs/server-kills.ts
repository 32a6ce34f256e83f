import type { Random } from '../random.ts';
import { attack } from './attack.ts';
import type { Row, RunOptions } from './run.ts';
import type { Stage } from './stage.ts';

const kill = (stage: Stage, random: Random): Promise<void> => random.pick(stage.servers).restart('SIGKILL');

/** At a moment when there are some: right after the last cut there may be none. */
const cut = async (stage: Stage): Promise<void> => {
  while ((await stage.database.cut()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

export const serverKills = (options: RunOptions): Promise<Row> =>
  attack({ name: 'server killed under load', servers: 1, strike: kill }, options);

export const twoServers = (options: RunOptions): Promise<Row> =>
  attack({ name: 'two servers behind a balancer, one killed under load', servers: 2, strike: kill }, options);

/** Every connection to the database ends at once. */
export const databaseCuts = (options: RunOptions): Promise<Row> =>
  attack({ name: 'connections to the database cut under load', servers: 2, strike: cut }, options);
