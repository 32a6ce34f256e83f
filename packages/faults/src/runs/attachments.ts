import { Crowd } from '../clients/crowd.ts';
import { Person } from '../clients/person.ts';
import { SocketGate } from '../clients/socket-gate.ts';
import { allFaults } from '../faults/all-faults.ts';
import { judgeFiles } from '../ledger/judge-files.ts';
import { lossesIn } from '../ledger/losses.ts';
import { keyOf, seededPlan } from '../proxy/plan.ts';
import { aPdf } from '../service/pdf.ts';
import type { Asked } from '../service/asked.ts';
import { theService } from '../service/a-service.ts';
import { theSurvey } from '../service/survey.ts';
import { judgeRequests, nothingToJudge } from './judge-requests.ts';
import { type Row, type RunOptions, tooFew, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

const filesEach = 3;
const fileSize = 5 * 1024 * 1024;
/** Each holds its files in memory. */
const peopleAtOnce = 4;

/** Before anybody sends, the tests of a run make what it stands on unsafe. */
export type Sabotage = (stage: Stage) => Promise<void>;

/**
 * Three files of 5 MB with each submission, through the proxy with all faults: every byte has to arrive. A request has
 * one number in the register besides, with the hash of each file.
 */
const sendFiles = async (
  asked: Asked,
  { random, amount, database, settings, watch }: RunOptions,
  sabotage?: Sabotage,
): Promise<Row> => {
  await using stage = await Stage.open({
    asked,
    database,
    settings,
    watch,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults: allFaults, share: 0.5, calmAfter: 40 }),
    onHeld: (request) => crowd.giveUp(keyOf(request)),
  });
  await sabotage?.(stage);
  const { api, ledger } = stage;
  const crowd = new Crowd(ledger);
  const gate = new SocketGate(2 * peopleAtOnce);
  const meant = new Map<string, readonly string[]>();
  function* people(): Generator<Person, undefined> {
    for (let number = 0; number < amount; number += 1) {
      const own = random.fork(`person ${number}`);
      const files = Array.from({ length: filesEach }, (_, at) => aPdf(`allegato ${at}.pdf`, fileSize, own));
      const answers = asked.answersOf(`Persona ${number}`, own);
      const person = new Person({ api, gate, random: own, asked, answers, files });
      const hashes = files.map(({ attachment }) => attachment.sha256);
      meant.set(person.id, hashes);
      yield person;
    }
    return undefined;
  }
  await crowd.send(people(), peopleAtOnce);
  const verdict = await stage.verdict();
  const files = await judgeFiles(stage.database.dataDir, meant);
  const findings = [...verdict.findings, ...files.findings];
  const registered =
    asked.kind === 'request' ? await judgeRequests(stage.database.settings, ledger, meant) : nothingToJudge;
  const what = asked.kind === 'request' ? 'requests with ' : '';
  return {
    name: `${what}${filesEach} attachments of 5 MB through the proxy`,
    done: `${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored, ${whole(files.stored)} files${registered.done}`,
    losses: lossesIn(findings),
    wrong: [...wrongIn({ findings }), ...tooFew(verdict.promised, amount), ...registered.wrong],
    notes: [...stage.counts, ...registered.notes],
  };
};

export const attachments = (options: RunOptions): Promise<Row> => sendFiles(theSurvey, options);
export const requestAttachments = (options: RunOptions, sabotage?: Sabotage): Promise<Row> =>
  sendFiles(theService, options, sabotage);
