import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../database/database.ts';
import { ResponseStore } from './response-store.ts';
import { SubmissionWriter } from './submission-writer.ts';
import type { Outcome, WriterAnswer, WriterRequest } from './writer-thread.ts';

// The thread of `WriterThread`. What arrives while a commit is under way shares the next one.
const { file } = workerData as { file: string };
const database = await openDatabase(file);
const store = new ResponseStore(database.db);
const port = parentPort!;
const writer = new SubmissionWriter((rows) => inTurn(() => store.storeBatch(rows)));

let last: Promise<unknown> = Promise.resolve();

/** One thing after the other: the file cannot be written anew while a transaction is open. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

let outcomes: Outcome[] = [];

/** The outcomes of one commit go back together, before the next one begins. */
function tell(outcome: Outcome): void {
  if (outcomes.length === 0) queueMicrotask(send);
  outcomes.push(outcome);
}

function send(): void {
  port.postMessage({ outcomes } satisfies WriterAnswer);
  outcomes = [];
}

/** Of an error only what decides on the answer crosses over. */
function toError(error: unknown): { readonly message: string; readonly errcode?: number } {
  const { message, errcode } = error as Error & { errcode?: number };
  return { message, ...(errcode === undefined ? {} : { errcode }) };
}

async function attend(id: number, work: () => Promise<unknown>): Promise<void> {
  const error = await work().then(() => undefined, toError);
  port.postMessage({ id, ...(error ? { error } : {}) } satisfies WriterAnswer);
}

async function close(): Promise<void> {
  await writer.idle();
  await database.close();
}

port.on('message', (request: WriterRequest) => {
  switch (request.kind) {
    case 'store':
      for (const row of request.rows) {
        writer.write(row).then(
          (notStored) => tell({ key: row.id, ...(notStored ? { notStored } : {}) }),
          (error: unknown) => tell({ key: row.id, error: toError(error) }),
        );
      }
      break;
    case 'idle':
      void attend(request.id, () => writer.idle());
      break;
    case 'forget-order':
      void attend(request.id, () => inTurn(() => database.forgetOrder(request.largest)));
      break;
    case 'close':
      void attend(request.id, close).then(() => port.close());
  }
});
