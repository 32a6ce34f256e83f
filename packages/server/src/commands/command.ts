import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';

/** What a command may use. Everything it says goes to `say` (what was done) or `warn` (what to look at). */
export interface CommandContext {
  readonly config: Config;
  readonly database: Database;
  readonly out: Writable;
  readonly now: () => number;
  say(line: string): void;
  warn(line: string): void;
}

/** Thrown where a command cannot be done; the message is for the person at the keyboard. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A command that was not written as it should be. */
export const usageError = (message: string): CommandError => new CommandError(message, 2);
