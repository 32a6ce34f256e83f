import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { openDatabase } from '@cmto/server';
import { aPlace } from '../../support/database.ts';
import { registerOne } from '../../support/entries.ts';

// Somebody else's connection, in a thread: takes the one right to write, says so, and keeps it for a while.
const other = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(workerData);
  database.exec('begin immediate');
  parentPort.postMessage('writing');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  database.exec('commit');
  database.close();
`;

describe('Register.register on the embedded database', () => {
  it('waits for the thread that writes answers, and does not fail', async (test) => {
    const { target } = await aPlace(test);
    // As the server opens it.
    const database = await openDatabase(target, { busyTimeout: 2000 });
    test.after(() => database.close());
    const worker = new Worker(other, { eval: true, workerData: target });
    await new Promise((resolve) => worker.once('message', resolve));
    assert.equal((await registerOne(database)).number, '0000001');
    await new Promise((resolve) => worker.once('exit', resolve));
  });
});
