import { parseArgs } from 'node:util';
import { CommandError, usageError, type CommandContext } from './command.ts';
import { options, type CommandTable, type Options } from './command-options.ts';
import { contributionCommands, contributionUsage } from './contribution-commands.ts';
import { mailCommands, mailUsage } from './mail-commands.ts';
import { outputCommands, outputUsage } from './output-commands.ts';
import { protocolCommands, protocolUsage } from './protocol-commands.ts';
import { definitionCommands } from './definition-commands.ts';
import { requestCommands, requestUsage } from './request-commands.ts';
import { steering, withPlainLines } from './plain-lines.ts';
import { registerCommands, registerUsage } from './register-commands.ts';

export const usage = `Usage: pnpm cmto …

  survey import FILE                        new content becomes the next draft version
  survey publish SLUG                       publishes the latest version
  survey close SLUG [--at INSTANT]          closes now, or at an instant in UTC
  survey withdraw SLUG VERSION              takes a published version back
  survey export SLUG --json [--out FILE]
  survey export SLUG --csv [--codebook] [--out FILE]
                                            commas, UTF-8; --codebook: what the columns mean
  survey list
  service import|publish|close|withdraw|export|list …
                                            the same of services; the export has their requests
  consultation import|publish|close|withdraw|export|list …
                                            the same of consultations; the export has their contributions${requestUsage}${contributionUsage}${outputUsage}
  ratings export --csv|--json [--out FILE]  every rating of a page or service
  ratings summary [--out FILE]              how many each page has, their average, what was answered (CSV)
  attachments export SLUG DIR               the files that stored answers name
  attachments collect                       deletes files that no answer names (CMTO_ORPHAN_DAYS, 7 by default)
  response erase RECEIPT-CODE               erases an answer with its files, when its author asks for it${registerUsage}${protocolUsage}${mailUsage}
  department list
  department allow DEPARTMENT ORIGIN        lets pages of an origin use the department's resources
  department refuse DEPARTMENT ORIGIN
  backup FOLDER                             database, files and secret, also of a running server
  restore FOLDER [--replace]                into an empty place; --replace: in place of what is there
  seed DIR                                  imports and publishes every definition of a folder

The data is in DATABASE_URL and CMTO_DATA_DIR (.data by default). A running server shows the change at its next request.`;

const commands: CommandTable = {
  ...protocolCommands,
  ...registerCommands,
  ...mailCommands,
  ...definitionCommands('survey'),
  ...definitionCommands('service'),
  ...definitionCommands('consultation'),
  ...requestCommands,
  ...contributionCommands,
  ...outputCommands,
  'ratings export': {
    operands: 0,
    options: ['csv', 'json', 'out'],
    run: async (context, _, given) => (await import('./export-ratings.ts')).exportRatings(context, given),
  },
  'ratings summary': {
    operands: 0,
    options: ['out'],
    run: async (context, _, { out }) => (await import('./export-ratings.ts')).exportSummary(context, out),
  },
  'attachments export': {
    operands: 2,
    run: async (context, [slug, folder]) =>
      (await import('./manage-attachments.ts')).exportAttachments(context, slug!, folder!),
  },
  'attachments collect': {
    operands: 0,
    run: async (context) => (await import('./manage-attachments.ts')).collectAttachments(context),
  },
  'response erase': {
    operands: 1,
    run: async (context, [code]) => (await import('./erase-response.ts')).eraseResponse(context, code!),
  },
  'department list': {
    operands: 0,
    run: async (context) => (await import('./manage-departments.ts')).listDepartments(context),
  },
  'department allow': {
    operands: 2,
    run: async (context, [id, origin]) =>
      (await import('./manage-departments.ts')).changeOrigins(context, id!, origin!, true),
  },
  'department refuse': {
    operands: 2,
    run: async (context, [id, origin]) =>
      (await import('./manage-departments.ts')).changeOrigins(context, id!, origin!, false),
  },
  backup: {
    operands: 1,
    run: async (context, [folder]) => (await import('./backup.ts')).backup(context, folder!),
  },
  restore: {
    operands: 1,
    options: ['replace'],
    run: async (context, [folder], { replace }) => (await import('./backup.ts')).restore(context, folder!, replace),
  },
  seed: { operands: 1, run: async (context, [folder]) => (await import('./import-surveys.ts')).seed(context, folder!) },
};

/** A command as written on the line, ready to run. Throws a `CommandError` for what is no command. */
export function readCommand(words: readonly string[]): (context: CommandContext) => Promise<void> {
  const { positionals, values } = parse(words);
  const [first = ''] = positionals;
  const name = Object.hasOwn(commands, first) ? first : positionals.slice(0, 2).join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  if (!command) throw usageError(usage);
  const operands = positionals.slice(name.split(' ').length);
  const foreign = Object.keys(values).find((option) => !command.options?.includes(option as keyof Options));
  if (foreign) throw usageError(`${name} has no --${foreign}\n\n${usage}`);
  if (operands.length !== command.operands)
    throw usageError(`${name}: ${command.operands} operands are expected\n\n${usage}`);
  // It stays in the timeline and the register, one line of each.
  if (steering.test(values.operator ?? '')) throw usageError('--operator has no line breaks or control characters');
  return (context) => command.run(withPlainLines(context), operands, values);
}

function parse(words: readonly string[]): { positionals: string[]; values: Options } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${usage}`, 2);
  }
}
