import { createInterface } from 'node:readline';
import { databaseTarget, openDatabase, readConfig } from '@cmto/server';
import { isUnavailable } from '../../src/database/unavailable.ts';
import { Register } from '../../src/register/register.ts';
import { anEntry } from './entries.ts';

// A program for `pnpm faults`: registers what each line of its input names (`KEY MILLISECONDS`), several at a time as a
// server does, each in a transaction of its own, and says `KEY YEAR NUMBER .` once that one is committed. It may be killed.
const config = readConfig(process.env);
const database = await openDatabase(databaseTarget(config));
const register = new Register(config.registerCode);
process.stdout.write('ready\n');

const registerOne = async (key: string, at: number): Promise<void> => {
  for (;;) {
    try {
      const { year, number } = await database.db
        .transaction()
        .execute((transaction) => register.register(transaction, anEntry({ key, at })));
      process.stdout.write(`${key} ${year} ${number} .\n`);
      return;
    } catch (error) {
      // A lock waited for in vain: whoever sends is told to come again, and does.
      if (!isUnavailable(error)) throw error;
    }
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const [key, at] = line.split(' ') as [string, string];
  registerOne(key, Number(at)).catch((error: unknown) => {
    // Whoever waits for a line sees the end of the process instead.
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
}
