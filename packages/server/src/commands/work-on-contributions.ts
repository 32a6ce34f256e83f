import { join } from 'node:path';
import { answerOutcomes } from '@cmto/contract/schemas';
import { FolderStore } from '../attachments/folder-store.ts';
import { ContributionError } from '../contributions/contribution-error.ts';
import type { Decision } from '../contributions/model/decisions.ts';
import { Moderation, type OfficeWork } from '../contributions/moderation.ts';
import { faultOf } from '../contributions/spreadsheet.ts';
import { createOffice } from '../requests/create-requests.ts';
import { eraseRequest } from '../requests/erase-request.ts';
import type { PublishedConsultation } from '../surveys/published-survey.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { findConsultation, findContribution } from './find-consultation.ts';
import { readContributionIds } from './read-contribution-ids.ts';
import { readAct, required } from './required.ts';

const done = { publish: 'published', refuse: 'refused', restore: 'published again' } as const;

/** `contribution publish|refuse|restore SLUG IDS …` */
export async function decideOn(
  context: CommandContext,
  decision: Decision,
  slug: string,
  ids: string,
  given: Options,
): Promise<void> {
  const { reason, text: note } = given;
  if (decision === 'refuse') required(given, 'reason');
  if (note !== undefined) required(given, 'text', 10_000);
  const consultation = await findConsultation(context.database.db, slug);
  const contributions = readContributionIds(ids);
  const decisions = contributions.map((contribution) => ({ contribution, decision, reason, note }));
  await moderate(context, consultation, { decisions, answers: [], operator: required(given, 'operator') });
  context.say(`${contributions.length} ${done[decision]}: ${contributions.join(', ')}`);
}

/** `contribution answer SLUG IDS --outcome OUTCOME --text REASONS [--link URL] --operator WHO` */
export async function answer(context: CommandContext, slug: string, ids: string, given: Options): Promise<void> {
  const outcome = answerOutcomes.find((one) => one === given.outcome);
  if (!outcome) throw usageError(`--outcome is one of ${answerOutcomes.join(', ')}`);
  const text = required(given, 'text', 10_000);
  const fault = faultOf(text, given.link ?? '');
  if (fault !== undefined) throw usageError(fault);
  const consultation = await findConsultation(context.database.db, slug);
  const contributions = readContributionIds(ids);
  const answers = [{ contributions, outcome, text, url: given.link }];
  await moderate(context, consultation, { decisions: [], answers, operator: required(given, 'operator') });
  context.say(`${contributions.length} answered, ${outcome}: ${contributions.join(', ')}`);
}

/** `contribution erase SLUG ID --reason TEXT --act TEXT --operator WHO` */
export async function erase(context: CommandContext, slug: string, typed: string, given: Options): Promise<void> {
  const { config, database, now, say, warn } = context;
  const act = { ...readAct(given), at: now() };
  const { id } = await findContribution(database.db, slug, typed);
  const store = new FolderStore(join(config.dataDir, 'attachments'), now);
  const erased = await eraseRequest(database, createOffice({ config, db: database.db, now }), store, id, act);
  if (!erased) throw new CommandError(`There is no contribution ${typed}. Nothing was erased.`);
  say(`${typed}: the contribution was erased, with ${erased.files} files and its messages`);
  try {
    await database.forgetErased();
  } catch (error) {
    warn(`It may lie on the disk until the server next rewrites its data (${(error as Error).message})`);
  }
  say('Exports, and daily files of the register, hold it still: erase it there, too.');
}

/** Does what the office has decided. What cannot be is told as it is. */
export async function moderate(
  { database: { db }, now }: CommandContext,
  { slug, current }: PublishedConsultation,
  work: OfficeWork,
): Promise<void> {
  const moderation = new Moderation({ db, slug, rules: current.definition.moderation, now });
  try {
    await moderation.work(work);
  } catch (error) {
    if (!(error instanceof ContributionError)) throw error;
    throw new CommandError(`${error.message}\nNothing was changed.`);
  }
}
