import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { CommandError } from '../../src/commands/command.ts';
import { readCommand } from '../../src/commands/run-command.ts';
import { readConfig } from '../../src/config.ts';
import type { TestServer } from './test-server.ts';

/** What a command printed. */
export interface Run {
  readonly said: string;
  readonly warned: string;
  /** What went to the output: an export. */
  readonly printed: string;
}

/** Runs a command on the database of a server that is running. */
export async function run(server: TestServer, ...words: string[]): Promise<Run> {
  const [said, warned]: [string[], string[]] = [[], []];
  const printed: Buffer[] = [];
  await readCommand(words)({
    config: readConfig(server.environment),
    database: server.database,
    out: new PassThrough().on('data', (chunk: Buffer) => printed.push(chunk)),
    now: () => server.now,
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
  });
  return { said: said.join('\n'), warned: warned.join('\n'), printed: Buffer.concat(printed).toString() };
}

/** The refusal of a command that was expected to be refused. */
export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<CommandError> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    assert.ok(error instanceof CommandError, String(error));
    return error;
  }
  return assert.fail('a refusal was expected');
}
