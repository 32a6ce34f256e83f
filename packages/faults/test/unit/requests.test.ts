import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { Random } from '../../src/random.ts';
import { requestAttachments, type Sabotage } from '../../src/runs/attachments.ts';
import { registrations } from '../../src/runs/registrations.ts';

/** Changes the database under the real server before anybody sends. */
const changing =
  (statements: string): Sabotage =>
  async ({ database: { dataDir } }) => {
    const database = new DatabaseSync(join(dataDir, 'cmto.sqlite'));
    database.exec(`PRAGMA busy_timeout = 5000; ${statements}`);
    database.close();
  };

/** A register that takes its second row back in the transaction that tells its number, and leaves files out. */
const forgetful = changing(`
  DROP TRIGGER register_entries_delete_refused;
  DROP TRIGGER register_particulars_delete_refused;
  CREATE TRIGGER forgets_one AFTER INSERT ON protocol_tasks WHEN new.number = '0000002' BEGIN
    DELETE FROM register_particulars WHERE number = 2;
    DELETE FROM register_entries WHERE number = 2;
  END;
  DROP TRIGGER register_entries_update_refused;
  CREATE TRIGGER forgets_files AFTER INSERT ON register_entries BEGIN
    UPDATE register_entries SET attachments = '[]' WHERE year = new.year AND number = new.number;
  END;`);

const options = { random: new Random('small'), amount: 2, database: 'sqlite' } as const;
/** This seed draws the first kill after 98 answers: it comes while the rest of these people wait for theirs. */
const killed = { ...options, random: new Random('soon'), amount: 150 } as const;

describe('requests under faults', () => {
  it('registers each with the hashes of its files, through all that can go wrong', async () => {
    const row = await requestAttachments(options);
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^2 promised, 2 stored, 6 files, 2 registered, /);
  });

  it('is caught when the register loses a row that a receipt has the number of, or a file', async () => {
    const { wrong } = await requestAttachments(options, forgetful);
    const words = wrong.join('\n');
    assert.match(words, /is not in the register/);
    assert.match(words, /3 files were meant, the register has 0/);
  });

  it('is caught, too, when servers are killed meanwhile', async () => {
    const { done, wrong } = await registrations(killed, forgetful);
    assert.match(done, /, [1-9]\d* kills, /);
    assert.match(wrong.join('\n'), /is not in the register/);
  });

  it('gives each request one number in a server that is killed', async () => {
    const row = await registrations(killed);
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^150 stored, [1-9]\d* kills, 150 registered, /);
  });
});
