import { localize } from '@cmto/contract';
import { allContributions, type WholeContribution } from '../contributions/contribution-table.ts';
import { toOds } from '../contributions/register-table/ods.ts';
import { registerPdf } from '../contributions/register-table/pdf.ts';
import { columnWords, registerColumns, registerTable } from '../contributions/register-table/table.ts';
import { writeCsv } from '../exports/csv.ts';
import { readMunicipalities } from '../municipalities/municipality-list.ts';
import { usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { findConsultation } from './find-consultation.ts';
import { toFile } from './to-file.ts';

/** `contribution register-table SLUG --csv|--ods|--pdf --out FILE`: the table for the council act. */
export async function writeRegisterTable(
  { database: { db }, now, say }: CommandContext,
  slug: string,
  given: Options,
): Promise<void> {
  const { csv, ods, pdf, out } = given;
  if ([csv, ods, pdf].filter(Boolean).length !== 1) throw usageError('one of --csv, --ods and --pdf is expected');
  if (out === undefined) throw usageError('--out is expected: the file to write');
  const consultation = await findConsultation(db, slug);
  const { definition } = consultation.current;
  const contributions: WholeContribution[] = [];
  for await (const contribution of allContributions(db, consultation)) contributions.push(contribution);
  const names = new Map(readMunicipalities().municipalities.map(({ code, name }) => [code, name]));
  const lines = registerTable(definition, contributions, (code) => names.get(code) ?? code);
  const header = registerColumns.map(columnWords);
  const rows = lines.map((line) => registerColumns.map((column) => line[column]));
  const title = localize(definition.title, 'it', definition.languages).text;
  await toFile(out, async (stream) => {
    if (csv) await writeCsv(stream, header, rows);
    else if (ods) stream.write(toOds(slug, [header, ...rows]));
    else stream.write(await registerPdf({ title, lines, at: now() }));
  });
  say(`${slug}: ${lines.length} contributions written to ${out}`);
}
