import { Crowd } from '../clients/crowd.ts';
import { people } from '../clients/people.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { duplicate } from '../faults/duplicate.ts';
import { replayedLater } from '../faults/replayed-later.ts';
import { responseLost } from '../faults/response-lost.ts';
import { Blows } from '../kills/blows.ts';
import { lossesIn } from '../ledger/losses.ts';
import { seededPlan } from '../proxy/plan.ts';
import { theService } from '../service/a-service.ts';
import type { Sabotage } from './attachments.ts';
import { judgeRequests } from './judge-requests.ts';
import { type Row, type RunOptions, tooFew, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** What makes a kill worse: requests that arrive twice, and clients that do not know what became of theirs. */
const faults = [duplicate, replayedLater, responseLost];
const sockets = 64;
const peopleAtOnce = 200;
/** Answers between two kills. */
const apart = { from: 50, to: 400 };

/**
 * People apply while the server, or one of two, is killed and comes back: each request has one number, the same on every
 * receipt, numbers have no gap, and the chain holds.
 */
export const registrations = async (
  { random, amount, database, settings, watch }: RunOptions,
  sabotage?: Sabotage,
): Promise<Row> => {
  await using stage = await Stage.open({
    asked: theService,
    database,
    settings,
    watch,
    servers: database === 'postgres' ? 2 : 1,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults, share: 0.2, calmAfter: 8 }),
    onAnswered: () => blows.count(),
  });
  await sabotage?.(stage);
  const instants = random.fork('instants');
  let kills = 0;
  const kill = async (): Promise<void> => {
    kills += 1;
    await instants.pick(stage.servers).restart('SIGKILL');
  };
  const blows = new Blows(kill, instants, { times: Infinity, apart });
  const surroundings = { api: stage.api, random, gate: new SocketGate(sockets), asked: theService };
  await blows.during(new Crowd(stage.ledger).send(people(surroundings, amount), peopleAtOnce));
  const verdict = await stage.verdict();
  const registered = await judgeRequests(stage.database.settings, stage.ledger);
  return {
    name: `requests registered, ${stage.servers.length > 1 ? 'one of two servers' : 'the server'} killed under load`,
    done: `${whole(verdict.stored)} stored, ${kills} kills${registered.done}`,
    losses: lossesIn(verdict.findings),
    wrong: [
      ...wrongIn(verdict),
      ...tooFew(verdict.promised, amount),
      ...registered.wrong,
      ...(kills === 0 ? ['no server was killed'] : []),
    ],
    notes: registered.notes,
  };
};
