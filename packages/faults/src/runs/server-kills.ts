import { Crowd } from '../clients/crowd.ts';
import { peopleUntil } from '../clients/people.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { duplicate } from '../faults/duplicate.ts';
import { replayedLater } from '../faults/replayed-later.ts';
import { responseLost } from '../faults/response-lost.ts';
import { Blows } from '../kills/blows.ts';
import { seededPlan } from '../proxy/plan.ts';
import type { Random } from '../random.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** What makes a kill worse: requests that arrive twice, and clients that do not know what became of theirs. */
const faults = [duplicate, replayedLater, responseLost];
const peopleAtOnce = 200;

interface Attack {
  readonly name: string;
  readonly servers: number;
  strike(stage: Stage, random: Random): Promise<void>;
}

/** People send while something under the service is struck; it comes back, and they go on. */
const attack = async ({ name, servers, strike }: Attack, { random, amount, database }: RunOptions): Promise<Row> => {
  await using stage = await Stage.open({
    database,
    servers,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults, share: 0.3, calmAfter: 8 }),
    onAnswered: () => blows.count(),
  });
  const instants = random.fork('instants');
  const blows = new Blows(() => strike(stage, instants), instants, amount);
  const surroundings = { api: stage.api, random, gate: new SocketGate(64) };
  const people = peopleUntil(surroundings, () => blows.isOver);
  await blows.during(new Crowd(stage.ledger).send(people, peopleAtOnce));
  const verdict = await stage.verdict();
  return {
    name,
    done: `${amount} times, ${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored`,
    wrong: wrongIn(verdict),
  };
};

const kill = (stage: Stage, random: Random): Promise<void> => random.pick(stage.servers).restart('SIGKILL');

export const serverKills = (options: RunOptions): Promise<Row> =>
  attack({ name: 'server killed under load', servers: 1, strike: kill }, options);

export const twoServers = (options: RunOptions): Promise<Row> =>
  attack({ name: 'two servers behind a balancer, one killed under load', servers: 2, strike: kill }, options);

/** Every connection to the database ends at once, as when it is restarted. */
export const databaseCuts = (options: RunOptions): Promise<Row> =>
  attack(
    { name: 'connections to the database cut under load', servers: 2, strike: (stage) => stage.database.cut() },
    options,
  );
