import { createHash } from 'node:crypto';
import { openDatabase, databaseTarget, readConfig } from '@cmto/server';
import { aService } from '@cmto/testing/builders';
import { webhookKey } from '../../src/protocol/adapters/webhook-signature.ts';
import { writeDepartmentRegister } from '../../src/protocol/department-registers.ts';
import { leaseTime } from '../../src/protocol/lease-time.ts';
import { readSecret } from '../../src/secret.ts';
import { ServiceRepository } from '../../src/surveys/survey-repository.ts';
import type { Lifetime } from '../support/database.ts';
import { OfficialRegister, type Mood } from '../support/official-register.ts';
import { SmtpOffice, type Step } from '../support/smtp-office.ts';
import { noon } from '../support/test-server.ts';
import { ClerkProcess } from './clerk-process.ts';
import { judgeNumbers } from './judge-numbers.ts';

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

/** A request that was sent, with the internal number that its receipt told at once. */
export interface Applied {
  readonly key: string;
  readonly number: string;
  readonly via: keyof typeof departments;
}

const departments = {
  webhook: 'sviluppo-economico',
  pec: 'innovazione-ict',
  embedded: 'pianificazione-strategica',
} as const;
const kinds = Object.keys(departments) as Applied['via'][];
const slugOf = (via: Applied['via']): string => `pratica-${via}`;
const minute = 60_000;
const day = 24 * 60 * minute;
/** Of one that gives no answer there are few: each takes as long as our patience. */
const moods: readonly Mood[] = [
  'answers',
  'dies',
  'dies',
  'twice',
  'later',
  'later',
  'garbage',
  'html',
  'busy',
  'redirects',
  'down',
];
const steps: readonly Step[] = ['connect', 'from', 'to', 'data'];
const patience = 100;
/** Rounds after which all would be settled many times over. */
const atMost = 300;

/**
 * Requests come in while all official registers are down for a day; then those answer late, twice, with garbage or not at
 * all, die between a number and its answer, and the server is killed in between; in the end all is calm.
 */
export async function tellStory(life: Lifetime, { environment, requests, seed, blind }: StoryOptions): Promise<Told> {
  const chance = chanceFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
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
  const clerkWith = (limit: number): ClerkProcess =>
    new ClerkProcess({
      ...environment,
      CLERK_PEC_URL: mailbox.url,
      CLERK_PATIENCE: String(limit),
      ...(blind ? { CLERK_BLIND: 'yes' } : {}),
    });
  let clerk = clerkWith(patience);
  life.after(() => clerk.kill());
  await clerk.start();

  const applied: Applied[] = [];
  const wrong: string[] = [];
  const keys = keysFrom(seed);
  const send = async (via: Applied['via']): Promise<void> => {
    const key = keys();
    const answer = new RegExp(`^sent ${key} (\\d+) (\\S+) \\.$`);
    let said = await clerk.ask(`send ${key} ${slugOf(via)} ${now}`, answer);
    // Killed meanwhile: whoever sends sends again, under the same key.
    for (; !said; said = await clerk.ask(`send ${key} ${slugOf(via)} ${now}`, answer)) await clerk.start();
    if (!/^20[01]$/.test(said[1]!) || said[2] === '-') wrong.push(`${key} got no receipt at once: ${said[0]}`);
    else applied.push({ key, number: said[2]!, via });
  };
  const sendMany = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 1) for (const via of kinds) await send(via);
  };
  let kills = 0;
  /** Works until nothing is due, or it is killed; then it is when the next is due. Undefined: nothing waits. */
  const work = async (): Promise<number | undefined> => {
    const rested = await clerk.ask(`work ${now}`, /^rested (\S+) \.$/);
    if (!rested) {
      kills += 1;
      await clerk.start();
      // What it had in hand is nobody's until then.
      return now + leaseTime;
    }
    return rested[1] === '-' ? undefined : Math.max(now, Number(rested[1]));
  };

  office.mood = 'down';
  mailbox.refuse('connect', 421);
  const half = Math.ceil(requests / 2);
  await sendMany(half);
  while (now < noon + day) now = Math.min((await work()) ?? noon + day, noon + day);
  office.date = '2026-11-21';
  if (office.given > 0 || mailbox.arrived.length > 0) wrong.push('a register that was down has registered');

  mailbox.refuse('connect');
  office.before = () => {
    office.mood = chance() < 0.02 ? 'silent' : pick(moods);
    office.lookups = pick(['answers', 'answers', 'garbage', 'down']);
    // Between its number and our note of it.
    if (chance() < 0.05) setTimeout(() => void clerk.kill(), chance() * 20);
  };
  for (let round = 0; round < 2 * requests; round += 1) {
    if (applied.length < requests * kinds.length) await sendMany(1);
    const step = pick(steps);
    mailbox.refuse(step, pick([421, 451]));
    if (chance() < 0.5) mailbox.refuse(step);
    if (chance() < 0.3) mailbox.dieAfterNext();
    // Nobody waits two hours for those that were tried all day.
    now = Math.max((await work()) ?? now, now + 20 * minute);
    mailbox.refuse(step);
  }

  office.before = () => undefined;
  [office.mood, office.lookups] = ['answers', 'answers'];
  await clerk.kill();
  clerk = clerkWith(50 * patience);
  await clerk.start();
  for (let rounds = 0, next: number | undefined = now; next !== undefined; rounds += 1) {
    now = next;
    if (rounds > atMost) {
      wrong.push('some still wait');
      break;
    }
    next = await work();
  }
  wrong.push(...(await judgeNumbers({ database, office, mailbox, applied })));
  return { wrong, requests: applied.length, kills, messages: office.posted.length + mailbox.brought };
}

/** Numbers from 0 to 1, the same ones from the same seed. */
function chanceFrom(seed: string): () => number {
  let drawn = 0;
  return () =>
    createHash('sha256')
      .update(`${seed} ${(drawn += 1)}`)
      .digest()
      .readUInt32BE() /
    2 ** 32;
}

/** Keys, the same ones from the same seed. */
function keysFrom(seed: string): () => string {
  let made = 0;
  return () => {
    const hex = createHash('sha256')
      .update(`${seed} key ${(made += 1)}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
