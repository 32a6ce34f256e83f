import { ContributionError } from '../contributions/contribution-error.ts';
import { unusedOf } from '../outputs/unused.ts';
import { useInputs } from '../outputs/use-inputs.ts';
import { romeDate } from '../time/rome-date.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { findConsultation } from './find-consultation.ts';
import { readContributionIds } from './read-contribution-ids.ts';
import { required } from './required.ts';

/** `contribution used SLUG IDS --in OUTPUT [--part PART] --operator WHO` */
export async function markUsed(context: CommandContext, slug: string, ids: string, given: Options): Promise<void> {
  const { in: output, part } = given;
  if (output === undefined) throw usageError('--in is expected: the output that used them');
  if (part !== undefined && (part.trim() === '' || part.length > 200))
    throw usageError('--part has at most 200 characters');
  const operator = required(given, 'operator');
  const { database, now, say } = context;
  await findConsultation(database.db, slug);
  const contributions = readContributionIds(ids);
  try {
    await useInputs(database.db, { slug, contributions, output, part, operator, at: now() });
  } catch (error) {
    if (!(error instanceof ContributionError)) throw error;
    throw new CommandError(`${error.message}\nNothing was changed.`);
  }
  say(`${contributions.length} used in ${output}: ${contributions.join(', ')}`);
}

const day = 86_400_000;

/** `contribution unused SLUG [--json]`: received, not yet used, the oldest first, each with its age in days. */
export async function listUnused(
  { database: { db }, now, say }: CommandContext,
  slug: string,
  { json }: Options,
): Promise<void> {
  await findConsultation(db, slug);
  const rows = await unusedOf(db, slug)
    .select(['contributions.public_id', 'received_at', 'section', 'outcome'])
    .orderBy('received_at')
    .orderBy('public_id')
    .execute();
  const unused = rows.map(({ public_id: id, received_at: at, section, outcome }) => ({
    id,
    day: romeDate(at),
    ageDays: Math.round((Date.parse(romeDate(now())) - Date.parse(romeDate(at))) / day),
    section,
    outcome,
  }));
  if (json) return say(JSON.stringify(unused, null, 2));
  if (unused.length === 0) say('All that was published has been used, or answered with a no.');
  for (const { id, day: received, ageDays, section, outcome } of unused)
    say([id, received, `${ageDays} days`, section ?? '-', outcome ?? 'not answered'].join('  '));
}
