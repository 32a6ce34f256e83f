import { createHash } from 'node:crypto';
import type { RegisteredRow } from './read-register.ts';

/** What a registrar said of a key after its commit. */
export interface Told {
  readonly year: number;
  readonly number: number;
}

/**
 * What is wrong with a register: numbers 1 to n in each year, each key once, under the number that was told; with the
 * files that were meant, where `files` has the hashes by key.
 */
export const judgeRegister = (
  asked: readonly string[],
  told: ReadonlyMap<string, Told>,
  rows: readonly RegisteredRow[],
  files?: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const wrong: string[] = [];
  const byKey = new Map<string, RegisteredRow>();
  let last: RegisteredRow | undefined;
  for (const row of rows) {
    const expected = last?.year === row.year ? last.number + 1 : 1;
    if (row.number !== expected) wrong.push(`${row.year}/${row.number} is where ${expected} should be`);
    if (byKey.has(row.key_hash)) wrong.push(`${row.year}/${row.number}: its key has two numbers`);
    byKey.set(row.key_hash, row);
    last = row;
  }
  for (const key of asked) {
    const row = byKey.get(createHash('sha256').update(key).digest('base64url'));
    const said = told.get(key);
    if (!said) wrong.push(`${key}: nobody said its number`);
    if (!row) {
      wrong.push(`${key} is not in the register`);
      continue;
    }
    if (said && (said.year !== row.year || said.number !== row.number))
      wrong.push(`${key} was told ${said.year}/${said.number} and has ${row.year}/${row.number}`);
    if (!files) continue;
    const meant = files.get(key) ?? [];
    const registered = JSON.parse(row.attachments) as string[];
    if (registered.toSorted().join() !== meant.toSorted().join())
      wrong.push(`${key}: ${meant.length} files were meant, the register has ${registered.length}, or others`);
  }
  if (rows.length !== asked.length) wrong.push(`${asked.length} were asked for, ${rows.length} rows are there`);
  return wrong;
};
