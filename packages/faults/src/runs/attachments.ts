import { Crowd } from '../clients/crowd.ts';
import { Person } from '../clients/person.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { allFaults } from '../faults/all-faults.ts';
import { judgeFiles } from '../ledger/judge-files.ts';
import { keyOf, seededPlan } from '../proxy/plan.ts';
import { aPdf } from '../service/pdf.ts';
import { answersOf } from '../service/survey.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

const filesEach = 3;
const fileSize = 5 * 1024 * 1024;
/** Each holds its files in memory. */
const peopleAtOnce = 4;

/** Three files of 5 MB with each answer, through the proxy with all faults: every byte has to arrive. */
export const attachments = async ({ random, amount, database, watch }: RunOptions): Promise<Row> => {
  await using stage = await Stage.open({
    database,
    watch,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults: allFaults, share: 0.5, calmAfter: 40 }),
    onHeld: (request) => crowd.giveUp(keyOf(request)),
  });
  const { api, ledger } = stage;
  const crowd = new Crowd(ledger);
  const gate = new SocketGate(2 * peopleAtOnce);
  const meant = new Map<string, readonly string[]>();
  function* people(): Generator<Person, undefined> {
    for (let number = 0; number < amount; number += 1) {
      const own = random.fork(`person ${number}`);
      const files = Array.from({ length: filesEach }, (_, at) => aPdf(`allegato ${at}.pdf`, fileSize, own));
      const person = new Person({ api, gate, random: own, answers: answersOf(`Persona ${number}`, own), files });
      const hashes = files.map(({ attachment }) => attachment.sha256);
      meant.set(person.id, hashes);
      yield person;
    }
    return undefined;
  }
  await crowd.send(people(), peopleAtOnce);
  const verdict = await stage.verdict();
  const files = await judgeFiles(stage.database.dataDir, meant);
  return {
    name: `${filesEach} attachments of 5 MB through the proxy`,
    done: `${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored, ${whole(files.stored)} files`,
    wrong: wrongIn({ ...verdict, findings: [...verdict.findings, ...files.findings] }),
    notes: stage.counts,
  };
};
