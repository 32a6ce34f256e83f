import { Crowd } from '../clients/crowd.ts';
import { people } from '../clients/people.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { allFaults } from '../faults/all-faults.ts';
import { lossesIn } from '../ledger/losses.ts';
import { keyOf, seededPlan } from '../proxy/plan.ts';
import { type Row, type RunOptions, tooFew, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

const sockets = 64;
const peopleAtOnce = 2000;

/** Thousands of people send through the proxy, which mixes all faults; every answer has to be stored once, unchanged. */
export const submissions = async ({ random, amount, database, settings, watch }: RunOptions): Promise<Row> => {
  await using stage = await Stage.open({
    database,
    settings,
    watch,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults: allFaults, share: 0.5, calmAfter: 8 }),
    onHeld: (request) => crowd.giveUp(keyOf(request)),
  });
  const crowd = new Crowd(stage.ledger);
  const surroundings = { api: stage.api, random, gate: new SocketGate(sockets) };
  await crowd.send(people(surroundings, amount), peopleAtOnce);
  const verdict = await stage.verdict();
  // In few requests a rare fault may not come up; where all were to be seen, all have to be.
  const expected = amount >= 10_000 ? allFaults : [];
  const never = expected.filter(({ name }) => !stage.proxy.counts.has(name));
  return {
    name: `submissions through the proxy, ${allFaults.length} kinds of faults`,
    done: `${whole(verdict.promised)} promised, ${whole(verdict.acknowledged)} acknowledged, ${whole(verdict.stored)} stored`,
    losses: lossesIn(verdict.findings),
    wrong: [
      ...wrongIn(verdict),
      ...tooFew(verdict.promised, amount),
      ...never.map(({ name }) => `${name}: never happened`),
    ],
    notes: stage.counts,
  };
};
