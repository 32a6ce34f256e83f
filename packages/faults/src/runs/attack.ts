import { Crowd } from '../clients/crowd.ts';
import { peopleUntil } from '../clients/people.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { duplicate } from '../faults/duplicate.ts';
import { replayedLater } from '../faults/replayed-later.ts';
import { responseLost } from '../faults/response-lost.ts';
import { lossesIn } from '../ledger/losses.ts';
import { Blows } from '../kills/blows.ts';
import { seededPlan } from '../proxy/plan.ts';
import type { Random } from '../random.ts';
import type { OwnPostgres } from '../service/own-postgres.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** What makes a kill worse: requests that arrive twice, and clients that do not know what became of theirs. */
const faults = [duplicate, replayedLater, responseLost];
const peopleAtOnce = 200;

export interface Attack {
  readonly name: string;
  readonly servers: number;
  /** A PostgreSQL of its own, in place of the command's. */
  readonly postgres?: OwnPostgres;
  /** Before anybody sends. */
  prepare?(): Promise<void>;
  strike(stage: Stage, random: Random): Promise<void>;
}

/** People send while something under the service is struck; it comes back, and they go on. */
export const attack = async (
  { name, servers, postgres, prepare, strike }: Attack,
  { random, amount, database, settings, watch }: RunOptions,
): Promise<Row> => {
  await using stage = await Stage.open({
    database,
    settings,
    watch,
    servers,
    postgres,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults, share: 0.3, calmAfter: 8 }),
    onAnswered: () => blows.count(),
  });
  await prepare?.();
  const instants = random.fork('instants');
  const blows = new Blows(() => strike(stage, instants), instants, { times: amount });
  const surroundings = { api: stage.api, random, gate: new SocketGate(64) };
  const people = peopleUntil(surroundings, () => blows.isOver);
  await blows.during(new Crowd(stage.ledger).send(people, peopleAtOnce));
  const verdict = await stage.verdict();
  return {
    name,
    done: `${blows.struck} times, ${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored`,
    losses: lossesIn(verdict.findings),
    wrong: [...wrongIn(verdict), ...(blows.struck < amount ? [`struck ${blows.struck} times of ${amount}`] : [])],
  };
};
