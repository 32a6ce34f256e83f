import { readCommand } from './commands/run-command.ts';
import { CommandError } from './commands/command.ts';
import { readConfig, type Config } from './config.ts';
import { DataFolderError } from './data-folder.ts';
import { databaseTarget } from './database/database-target.ts';
import { openDatabase } from './database/database.ts';
import { isUnavailable } from './database/unavailable.ts';

// A reader that has seen enough (`… | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const command = readCommand(process.argv.slice(2).filter((word, at) => at > 0 || word !== '--'));
  const config = settings();
  const database = await openDatabase(databaseTarget(config));
  try {
    await command({
      config,
      database,
      out: process.stdout,
      now: Date.now,
      say: (line) => void process.stdout.write(`${line}\n`),
      warn: (line) => void process.stderr.write(`${line}\n`),
    });
  } finally {
    await database.close();
  }
} catch (error) {
  process.stderr.write(`${describe(error as Error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}

function describe(error: Error): string {
  if (error instanceof CommandError || error instanceof DataFolderError) return error.message;
  if (!isUnavailable(error)) return error.stack ?? String(error);
  const { message, cause } = error;
  return `The database cannot be used right now: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`;
}

function settings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    throw new CommandError(`The settings cannot be used.\n${(error as Error).message}`, 2);
  }
}
