import { readFile } from 'node:fs/promises';
import { allContributions, type WholeContribution } from '../contributions/contribution-table.ts';
import { readSpreadsheet, spreadsheetColumns, toLine } from '../contributions/spreadsheet.ts';
import type { CellValue } from '../exports/column.ts';
import { writeCsv } from '../exports/csv.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { checkState, findConsultation } from './find-consultation.ts';
import { required } from './required.ts';
import { toFile } from './to-file.ts';
import { moderate } from './work-on-contributions.ts';

/** More lines help nobody who has the first ones still to mend. */
const shown = 50;

/** `contribution export SLUG --csv [--state STATE] [--out FILE]` */
export async function exportSpreadsheet(context: CommandContext, slug: string, given: Options): Promise<void> {
  const { state, out } = given;
  checkState(state);
  if (given.csv !== true) throw usageError('--csv is expected: "consultation export SLUG --json" gives JSON');
  const { db } = context.database;
  const consultation = await findConsultation(db, slug);
  const lines = toLines(allContributions(db, consultation, { state }));
  if (out === undefined) return writeCsv(context.out, spreadsheetColumns, lines);
  await toFile(out, (stream) => writeCsv(stream, spreadsheetColumns, lines));
  context.say(`${slug}: written to ${out}`);
}

async function* toLines(contributions: AsyncIterable<WholeContribution>): AsyncGenerator<CellValue[]> {
  for await (const contribution of contributions) yield toLine(contribution);
}

/** `contribution import SLUG FILE --operator WHO` */
export async function importSpreadsheet(
  context: CommandContext,
  slug: string,
  path: string,
  given: Options,
): Promise<void> {
  const operator = required(given, 'operator');
  const { db } = context.database;
  const consultation = await findConsultation(db, slug);
  const before = new Map<string, WholeContribution>();
  for await (const contribution of allContributions(db, consultation))
    before.set(contribution.row.public_id, contribution);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path}: cannot be read (${error.code})`);
  });
  const read = readSpreadsheet(bytes, before);
  if (read.errors) {
    const rest = read.errors.length > shown ? [`… and ${read.errors.length - shown} more`] : [];
    const lines = read.errors.slice(0, shown).map((error) => `${path}: ${error}`);
    throw new CommandError([...lines, ...rest, 'Nothing was changed.'].join('\n'));
  }
  await moderate(context, consultation, { ...read, operator });
  const answered = read.answers.reduce((sum, { contributions }) => sum + contributions.length, 0);
  context.say(
    `${slug}: ${read.decisions.length} decisions, ${answered} contributions answered with ${read.answers.length} answers`,
  );
}
