import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../database/database.ts';
import { ResponseStore } from './response-store.ts';
import type { WriterAnswer, WriterRequest } from './writer-thread.ts';

// The thread of `WriterThread`: answers one request after the other.
const { file } = workerData as { file: string };
const database = await openDatabase(file);
const store = new ResponseStore(database.db);
const port = parentPort!;

async function answer(request: WriterRequest): Promise<WriterAnswer> {
  const { id } = request;
  try {
    if (request.kind === 'store') return { id, notStored: await store.storeBatch(request.rows) };
    if (request.kind === 'forget-order') await database.forgetOrder(request.largest);
    else await database.close();
    return { id };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    return { id, error: { message, ...(errcode === undefined ? {} : { errcode }) } };
  }
}

// A chain, because the next request may come while a transaction of this one is open.
let last: Promise<unknown> = Promise.resolve();
port.on('message', (request: WriterRequest) => {
  last = last.then(async () => {
    port.postMessage(await answer(request));
    if (request.kind === 'close') port.close();
  });
});
