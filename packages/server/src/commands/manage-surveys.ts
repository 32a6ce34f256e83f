import { instantSchema } from '@cmto/contract/schemas';
import { toInstant, type DefinitionKind } from '../surveys/definition.ts';
import { ConsultationRepository } from '../consultations/consultation-repository.ts';
import {
  type DefinitionRepository,
  ServiceRepository,
  SurveyRepository,
  type SurveySummary,
} from '../surveys/survey-repository.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import { sayPositions } from './position-contributions.ts';
import { warnOfSignIn } from './warn-of-sign-in.ts';

/** What is counted of each kind. */
const sent = { survey: 'answers', service: 'requests', consultation: 'contributions' } as const;

function repositoryOf({ database: { db }, now }: CommandContext, kind: DefinitionKind): DefinitionRepository {
  switch (kind) {
    case 'survey':
      return new SurveyRepository(db);
    case 'service':
      return new ServiceRepository(db);
    case 'consultation':
      return new ConsultationRepository(db, now);
  }
}

/** `survey publish SLUG`, `service publish SLUG` */
export async function publish(context: CommandContext, kind: DefinitionKind, slug: string): Promise<void> {
  const outcome = await repositoryOf(context, kind).publish(slug);
  if (outcome.kind === 'unknown') throw new CommandError(`There is no ${kind} "${slug}"`);
  if (outcome.kind === 'refused')
    throw new CommandError(`${slug}: version ${outcome.version} cannot be published: ${outcome.reason}`);
  context.say(
    `${slug}: version ${outcome.version} ${outcome.kind === 'already' ? 'is published already' : 'published'}`,
  );
  if (kind === 'service') await warnOfSignIn(context, slug);
  if (kind === 'consultation' && outcome.kind === 'published') await sayPositions(context, slug, outcome.version);
}

/** `survey close SLUG [--at INSTANT]`, and the same of a service */
export async function close(
  context: CommandContext,
  kind: DefinitionKind,
  slug: string,
  at: string | undefined,
): Promise<void> {
  if (at !== undefined && !instantSchema.safeParse(at).success) {
    throw usageError('--at: an instant in UTC is expected, as 2026-12-31T23:00:00Z');
  }
  const { say, now } = context;
  const instant = at === undefined ? now() : Date.parse(at);
  const outcome = await repositoryOf(context, kind).close(slug, instant);
  if (outcome.kind === 'unknown') throw new CommandError(`There is no published ${kind} "${slug}"`);
  say(`${slug}: ${instant > now() ? 'closes' : 'closed'} at ${toInstant(instant)}`);
}

/** `survey withdraw SLUG VERSION`, and the same of a service */
export async function withdrawVersion(
  context: CommandContext,
  kind: DefinitionKind,
  slug: string,
  version: string,
): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw usageError(`"${version}" is no version: a number from 1 is expected`);
  const outcome = await repositoryOf(context, kind).withdraw(slug, Number(version));
  const refusals = {
    unknown: `"${slug}" has no version ${version}`,
    unpublished: `Version ${version} was never published`,
    followed: `Observations have followed the document to version ${version}: publish another version instead`,
    last: `Version ${version} is the only published one: publish another first, or close the ${kind}`,
  };
  if (outcome.kind in refusals) throw new CommandError(refusals[outcome.kind as keyof typeof refusals]);
  context.say(`${slug}: version ${version} ${outcome.kind === 'already' ? 'is withdrawn already' : 'withdrawn'}`);
}

/** `survey list`, `service list` */
export async function list(context: CommandContext, kind: DefinitionKind): Promise<void> {
  const { say, now } = context;
  const all = await repositoryOf(context, kind).list();
  if (all.length === 0) say(`There are no ${kind}s.`);
  for (const one of all) say(describe(one, kind, now()));
}

function describe(
  { slug, department, versions, responses, opensAt, closesAt }: SurveySummary,
  kind: DefinitionKind,
  now: number,
): string {
  const published = versions.some(({ state }) => state !== 'draft');
  const state = !published
    ? 'draft'
    : opensAt !== null && now < opensAt
      ? 'not open yet'
      : closesAt !== null && now >= closesAt
        ? 'closed'
        : 'open';
  const all = versions.map(({ version, state: of }) => `${version} ${of}`).join(', ');
  return `${slug}  ${state}  ${responses} ${sent[kind]}  versions: ${all}  department: ${department}`;
}
