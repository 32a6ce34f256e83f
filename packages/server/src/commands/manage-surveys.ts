import { instantSchema } from '@cmto/contract/schemas';
import { toInstant } from '../surveys/definition.ts';
import { SurveyRepository, type SurveySummary } from '../surveys/survey-repository.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';

/** `survey publish SLUG` */
export async function publishSurvey({ database, say }: CommandContext, slug: string): Promise<void> {
  const outcome = await new SurveyRepository(database.db).publish(slug);
  if (outcome.kind === 'unknown') throw unknownSurvey(slug);
  say(`${slug}: version ${outcome.version} ${outcome.kind === 'already' ? 'is published already' : 'published'}`);
}

/** `survey close SLUG [--at INSTANT]` */
export async function closeSurvey(
  { database, say, now }: CommandContext,
  slug: string,
  at: string | undefined,
): Promise<void> {
  if (at !== undefined && !instantSchema.safeParse(at).success) {
    throw usageError('--at: an instant in UTC is expected, as 2026-12-31T23:00:00Z');
  }
  const instant = at === undefined ? now() : Date.parse(at);
  const outcome = await new SurveyRepository(database.db).close(slug, instant);
  if (outcome.kind === 'unknown') throw new CommandError(`There is no published survey "${slug}"`);
  say(`${slug}: ${instant > now() ? 'closes' : 'closed'} at ${toInstant(instant)}`);
}

/** `survey withdraw SLUG VERSION` */
export async function withdrawVersion({ database, say }: CommandContext, slug: string, version: string): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw usageError(`"${version}" is no version: a number from 1 is expected`);
  const { kind } = await new SurveyRepository(database.db).withdraw(slug, Number(version));
  const refusals = {
    unknown: `"${slug}" has no version ${version}`,
    unpublished: `Version ${version} was never published`,
    last: `Version ${version} is the only published one: publish another first, or close the survey`,
  };
  if (kind in refusals) throw new CommandError(refusals[kind as keyof typeof refusals]);
  say(`${slug}: version ${version} ${kind === 'already' ? 'is withdrawn already' : 'withdrawn'}`);
}

/** `survey list` */
export async function listSurveys({ database, say, now }: CommandContext): Promise<void> {
  const surveys = await new SurveyRepository(database.db).list();
  if (surveys.length === 0) say('There are no surveys.');
  for (const survey of surveys) say(describe(survey, now()));
}

function describe({ slug, department, versions, responses, opensAt, closesAt }: SurveySummary, now: number): string {
  const published = versions.some(({ state }) => state !== 'draft');
  const state = !published
    ? 'draft'
    : opensAt !== null && now < opensAt
      ? 'not open yet'
      : closesAt !== null && now >= closesAt
        ? 'closed'
        : 'open';
  const all = versions.map(({ version, state: of }) => `${version} ${of}`).join(', ');
  return `${slug}  ${state}  ${responses} answers  versions: ${all}  department: ${department}`;
}

const unknownSurvey = (slug: string): CommandError => new CommandError(`There is no survey "${slug}"`);
