import { exportCodebook, exportCsv, exportJson, type ExportSource } from '../exports/survey-export.ts';
import { readMunicipalities } from '../municipalities/municipality-list.ts';
import type { DefinitionKind } from '../surveys/definition.ts';
import { readPublished } from '../surveys/published-survey.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import { toFile } from './to-file.ts';

export interface ExportOptions {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
  /** What the columns of the CSV mean, instead of the answers. */
  readonly codebook?: boolean | undefined;
  readonly out?: string | undefined;
}

/** `survey export SLUG --json|--csv [--codebook] [--out FILE]`, and the same of a service's requests */
export async function exportAnswers(
  context: CommandContext,
  kind: DefinitionKind,
  slug: string,
  options: ExportOptions,
): Promise<void> {
  if (options.json === options.csv) throw usageError('Either --json or --csv is expected');
  if (options.json && options.codebook) throw usageError('--codebook goes with --csv: the JSON export has no columns');
  const survey = await readPublished(context.database.db, slug);
  if (survey?.kind !== kind) throw new CommandError(`There is no published ${kind} "${slug}"`);
  const { municipalities } = readMunicipalities();
  const source: ExportSource = { db: context.database.db, survey, municipalities };
  const write = options.json ? exportJson : options.codebook ? exportCodebook : exportCsv;
  if (options.out === undefined) return write(source, context.out);
  await toFile(options.out, (out) => write(source, out));
  context.say(`${slug}: written to ${options.out}`);
}
