import type { Writable } from 'node:stream';
import { exportRatingsCsv, exportRatingsJson } from '../ratings/rating-export.ts';
import { writeSummary } from '../ratings/rating-summary.ts';
import { usageError, type CommandContext } from './command.ts';
import type { ExportOptions } from './export-survey.ts';
import { toFile } from './to-file.ts';

/** `ratings export --csv|--json [--out FILE]` */
export async function exportRatings(
  context: CommandContext,
  { json, csv, out }: Omit<ExportOptions, 'codebook'>,
): Promise<void> {
  if (json === csv) throw usageError('Either --json or --csv is expected');
  const { db } = context.database;
  await writeTo(context, out, (target) => (json ? exportRatingsJson : exportRatingsCsv)(db, target));
}

/** `ratings summary [--out FILE]`: one line for each page. */
export const exportSummary = (context: CommandContext, out: string | undefined): Promise<void> =>
  writeTo(context, out, (target) => writeSummary(context.database.db, target));

async function writeTo(
  context: CommandContext,
  out: string | undefined,
  write: (target: Writable) => Promise<void>,
): Promise<void> {
  if (out === undefined) return write(context.out);
  await toFile(out, write);
  context.say(`ratings: written to ${out}`);
}
