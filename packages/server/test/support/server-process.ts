import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Receipt } from '@cmto/contract';
import { receiptSchema } from '@cmto/contract/schemas';
import { openDatabase, SurveyRepository } from '@cmto/server';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { aPlace, type Lifetime, type Place } from './database.ts';

const source = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
/** The program that `pnpm serve` runs. */
export const main = source('main.ts');
const cli = source('cli.ts');

/** A place with the survey `prova`; `prepare` sees its folder while that is empty. */
export async function aSurveyPlace(test: Lifetime, prepare?: (place: Place) => void): Promise<Place> {
  const place = await aPlace(test);
  prepare?.(place);
  const database = await openDatabase(place.target);
  const surveys = new SurveyRepository(database.db);
  await surveys.import(aSurvey());
  await surveys.publish('prova');
  await database.close();
  return place;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export interface Process {
  readonly child: ChildProcess;
  readonly base: string;
}

/** The real server, with its writer in a thread, in a process of its own. */
export async function start(test: Lifetime, { environment }: Place): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      ...environment,
      PORT: String(port),
      CMTO_RATE_LIMIT: 'off',
      CMTO_LOG_LEVEL: 'silent',
    },
    stdio: 'inherit',
  });
  test.after(async () => void child.kill('SIGKILL'));
  const base = `http://127.0.0.1:${port}/api/v1`;
  for (;;) {
    assert.equal(child.exitCode, null, 'the server runs');
    const up = await fetch(`${base}/status`).catch(() => undefined);
    if (up?.ok) return { child, base };
  }
}

/** One answer to `prova`. */
export const send = (base: string, key: string): Promise<Response> =>
  fetch(`${base}/surveys/prova/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(aSubmission({ text: key })),
  });

/** What several people sent, one answer after the other, and which of it was acknowledged. */
export interface Sent {
  readonly keys: string[];
  readonly receipts: Map<string, Receipt>;
}

/** Sends on several connections until the server is gone. Once so many are acknowledged, `then` is called. */
export async function sendUntilGone(base: string, count: number, then: () => void): Promise<Sent> {
  const sent: Sent = { keys: [], receipts: new Map() };
  const talk = async (): Promise<void> => {
    for (;;) {
      const key = aKey();
      sent.keys.push(key);
      try {
        const answer = await send(base, key);
        const body = await answer.text();
        if (answer.status !== 201) continue;
        sent.receipts.set(key, receiptSchema.parse(JSON.parse(body)));
        if (sent.receipts.size === count) then();
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, talk));
  return sent;
}

/** Sends everything once more: what was acknowledged gets its receipt again, of the rest each sender now knows. */
export async function replayAll(base: string, { keys, receipts }: Sent): Promise<void> {
  for (const key of keys) {
    const answer = await send(base, key);
    const receipt = receiptSchema.parse(await answer.json());
    const before = receipts.get(key);
    assert.ok(answer.status === 200 || answer.status === 201, `${answer.status}`);
    if (before) assert.deepEqual({ ...receipt, url: '' }, { ...before, url: '' });
  }
}

/** Asks a server to stop, and gives the code it ends with. */
export async function stop({ child }: Process): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await exit) as [number | null];
  return code;
}

/** `pnpm cmto …` on a place, in a process of its own; gives what it said. */
export async function command({ environment }: Place, ...words: string[]): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, ...words], { env: { ...process.env, ...environment } });
  return stdout;
}

/** The content hash of every stored answer, by key; the count must be the same. */
export async function storedHashes({ target }: Place): Promise<Map<string, string>> {
  const database = await openDatabase(target);
  const rows = await database.db.selectFrom('responses').select(['id', 'content_hash']).execute();
  const { responses } = await database.db.selectFrom('survey_counts').select('responses').executeTakeFirstOrThrow();
  await database.close();
  assert.equal(responses, rows.length, 'the count is kept in the same transaction');
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}
