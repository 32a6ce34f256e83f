import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ratingSurvey } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ConsultationRepository } from '../consultations/consultation-repository.ts';
import type { DefinitionKind } from '../surveys/definition.ts';
import { ServiceRepository, SurveyRepository, type ImportOutcome } from '../surveys/survey-repository.ts';
import { CommandError, type CommandContext } from './command.ts';
import { publish } from './manage-surveys.ts';
import { readDefinition, type ReadFile } from './survey-file.ts';

/** More lines help nobody who has the first ones still to mend. */
const shown = 50;

type Read = Exclude<ReadFile, { readonly file?: undefined }>;

/** `survey import FILE`, and the same of a service or a consultation */
export async function importDefinition(context: CommandContext, kind: DefinitionKind, path: string): Promise<void> {
  await importFile(context, readOrRefuse(context, [path], kind)[0]!);
}

/** `seed DIR`: imports and publishes every definition of a folder. All files are read before the first is imported. */
export async function seed(context: CommandContext, folder: string): Promise<void> {
  const paths = globSync('*.json', { cwd: folder })
    .sort()
    .map((name) => join(folder, name));
  if (paths.length === 0) throw new CommandError(`${folder} has no .json files`);
  for (const read of readOrRefuse(context, paths)) {
    await importFile(context, read);
    await publish(context, read.kind, read.file.slug);
  }
}

function readOrRefuse(context: CommandContext, paths: readonly string[], kind?: DefinitionKind): Read[] {
  const files: Read[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    const read = readDefinition(path, kind);
    if (!read.file) errors.push(...read.errors);
    else {
      files.push(read);
      for (const warning of read.warnings) context.warn(`warning: ${warning}`);
    }
  }
  if (errors.length === 0) return files;
  const rest = errors.length > shown ? [`… and ${errors.length - shown} more`] : [];
  throw new CommandError([...errors.slice(0, shown), ...rest, 'Nothing was imported.'].join('\n'));
}

async function importFile({ database: { db }, say }: CommandContext, read: Read): Promise<void> {
  if (read.file.slug === ratingSurvey.slug)
    throw new CommandError(`${read.file.slug}: is the name of the ratings of pages.\nIt was not imported.`);
  say(describe(read.file, await importInto(db, read)));
}

function importInto(db: Kysely<Schema>, read: Read): Promise<ImportOutcome> {
  switch (read.kind) {
    case 'survey':
      return new SurveyRepository(db).import(read.file);
    case 'service':
      return new ServiceRepository(db).import(read.file);
    case 'consultation':
      return new ConsultationRepository(db).import(read.file);
  }
}

function describe({ slug, department }: Read['file'], outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'drafted':
      return `${slug}: imported as version ${outcome.version}, a draft`;
    case 'unchanged':
      return `${slug}: equal to version ${outcome.version}, nothing changed`;
    case 'unknown-department':
      throw new CommandError(
        `${slug}: there is no department "${department}"; there are ${outcome.departments.join(', ')}.\nIt was not imported.`,
      );
    case 'other-kind':
      throw new CommandError(`${slug}: is the name of a ${outcome.taken} already.\nIt was not imported.`);
    case 'other-department':
      throw new CommandError(`${slug}: belongs to the department "${outcome.department}".\nIt was not imported.`);
  }
}
