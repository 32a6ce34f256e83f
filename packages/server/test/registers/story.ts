import { databaseTarget, openDatabase, readConfig } from '@cmto/server';
import { aService } from '@cmto/testing/builders';
import { webhookKey } from '../../src/protocol/adapters/webhook-signature.ts';
import { writeDepartmentRegister } from '../../src/protocol/department-registers.ts';
import { leaseTime } from '../../src/protocol/lease-time.ts';
import { readSecret } from '../../src/secret.ts';
import { ServiceRepository } from '../../src/surveys/survey-repository.ts';
import type { Lifetime } from '../support/database.ts';
import { OfficialRegister } from '../support/official-register.ts';
import { SmtpOffice } from '../support/smtp-office.ts';
import { noon } from '../support/test-server.ts';
import { Applicants, departments, kinds, slugOf } from './applicants.ts';
import { ClerkProcess } from './clerk-process.ts';
import { Fate } from './fate.ts';
import { judgeNumbers } from './judge-numbers.ts';
import { Trouble } from './trouble.ts';

export interface StoryOptions {
  /** The settings that name an empty place. */
  readonly environment: Readonly<Record<string, string>>;
  /** Requests for each kind of register. */
  readonly requests: number;
  readonly seed: string;
  /** Nobody is asked what became of a try: to be found out. */
  readonly blind?: boolean;
}

export interface Told {
  readonly wrong: readonly string[];
  readonly requests: number;
  readonly kills: number;
  readonly messages: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Nobody waits two hours for those that were tried all day. */
const pace = 20 * minute;
/** Of a question to a register, in real milliseconds; a document has ten times as long. */
const patience = 200;
/** Rounds after which all would be settled many times over. */
const atMost = 300;

/**
 * Requests come in while all official registers are down for a day; then those answer late, twice, with garbage or not at
 * all, die between a number and its answer, and the server is killed in between; in the end all is calm.
 */
export async function tellStory(life: Lifetime, { environment, requests, seed, blind }: StoryOptions): Promise<Told> {
  const fate = new Fate(seed);
  const [office, mailbox] = [await OfficialRegister.open(life, { idempotent: false }), await SmtpOffice.open(life)];
  const config = readConfig(environment);
  const database = await openDatabase(databaseTarget(config));
  life.after(() => database.close());
  for (const via of kinds) {
    const repository = new ServiceRepository(database.db);
    const department = departments[via];
    await repository.import(aService({ slug: slugOf(via), department }));
    await repository.publish(slugOf(via));
    const target = { webhook: office.url, pec: 'protocollo@cert.example.it', embedded: undefined }[via];
    await writeDepartmentRegister(database.db, { department, adapter: via, target });
  }
  office.knows(webhookKey(readSecret(config.dataDir, config.secret), departments.webhook, office.url));
  let now = noon;
  office.now = () => now;
  const clerk = new ClerkProcess({
    ...environment,
    CLERK_PEC_URL: mailbox.url,
    CLERK_PATIENCE: String(patience),
    ...(blind ? { CLERK_BLIND: 'yes' } : {}),
  });
  life.after(() => clerk.kill());
  await clerk.start();
  const applicants = new Applicants(clerk, fate);
  const wrong: string[] = [];

  /** Works until nothing is due, or it is killed; then it is when the next is due. Undefined: nothing waits. */
  const work = async (): Promise<number | undefined> => {
    const rested = await clerk.ask(`work ${now}`, /^rested (\S+) \.$/);
    // What a killed one had in hand is nobody's until then.
    if (!rested) await clerk.start();
    if (!rested) return now + leaseTime;
    return rested[1] === '-' ? undefined : Math.max(now, Number(rested[1]));
  };

  office.mood = 'down';
  mailbox.refuse('connect', 421);
  await applicants.send(Math.ceil(requests / 2), now);
  while (now < noon + day) now = Math.min((await work()) ?? noon + day, noon + day);
  office.date = '2026-11-21';
  if (office.given > 0 || mailbox.arrived.length > 0) wrong.push('a register that was down has registered');

  const trouble = new Trouble({ office, mailbox, fate, kill: () => void clerk.kill() });
  trouble.begin();
  for (let round = 0; round < 2 * requests; round += 1) {
    if (applicants.applied.length < requests * kinds.length) await applicants.send(1, now);
    trouble.refuse(round);
    now = Math.max((await work()) ?? now, now + pace);
  }

  trouble.end();
  for (let rounds = 0, next: number | undefined = now; next !== undefined; rounds += 1) {
    if (rounds > atMost) {
      wrong.push('some still wait');
      break;
    }
    next = await work();
    now = Math.max(next ?? now, now + pace);
  }
  const { applied } = applicants;
  wrong.push(...applicants.wrong, ...(await judgeNumbers({ database, office, mailbox, applied })));
  return { wrong, requests: applied.length, kills: clerk.kills, messages: office.posted.length + mailbox.brought };
}
