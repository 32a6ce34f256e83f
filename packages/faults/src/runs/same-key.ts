import { Crowd } from '../clients/crowd.ts';
import { aPerson } from '../clients/people.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { lossesIn } from '../ledger/losses.ts';
import { calm } from '../proxy/plan.ts';
import { type Row, type RunOptions, tooFew, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

const tabs = 32;
const keysAtOnce = 8;

/** Every key is sent by 32 tabs at the same time, as browsers without locks would: one row and one receipt each. */
export const sameKey = async ({ random, amount, database, settings, watch }: RunOptions): Promise<Row> => {
  // Where several servers can share a database, the tabs reach two.
  const servers = database === 'postgres' ? 2 : 1;
  await using stage = await Stage.open({
    database,
    settings,
    watch,
    servers,
    random: random.fork('stage'),
    plan: calm(random),
  });
  const surroundings = { api: stage.api, random, gate: new SocketGate(tabs * keysAtOnce) };
  const sendOne = (number: number): Promise<void> => {
    // The same person each time: the tabs share one draft, so its key and its words.
    const copies = Array.from({ length: tabs }, () => aPerson(surroundings, number));
    return new Crowd(stage.ledger).send(copies.values(), tabs);
  };
  let number = 0;
  const oneAfterTheOther = async (): Promise<void> => {
    while (number < amount) await sendOne(number++);
  };
  await Promise.all(Array.from({ length: keysAtOnce }, oneAfterTheOther));
  const verdict = await stage.verdict();
  const { answered } = stage.ledger;
  return {
    name: `same key sent ${tabs} times at once${servers > 1 ? `, to ${servers} servers` : ''}`,
    done: `${whole(verdict.promised)} keys, ${whole(verdict.stored)} rows, ${whole(answered)} answers`,
    losses: lossesIn(verdict.findings),
    wrong: [
      ...wrongIn(verdict),
      ...tooFew(verdict.promised, amount),
      ...(answered < tabs * amount ? [`${answered} answers to ${tabs * amount} tabs`] : []),
    ],
  };
};
