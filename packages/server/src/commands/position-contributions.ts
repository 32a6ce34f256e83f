import { locate } from '@cmto/documents';
import { positionStates } from '@cmto/contract/schemas';
import { toTextDocument } from '../consultations/text-document.ts';
import { ContributionError } from '../contributions/contribution-error.ts';
import { allContributions, type WholeContribution } from '../contributions/contribution-table.ts';
import { placeByHand } from '../contributions/following/place-by-hand.ts';
import { candidatesOf } from '../contributions/following/position.ts';
import { shorten } from '../requests/model/applicant.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { findConsultation, findContribution } from './find-consultation.ts';
import { required } from './required.ts';

/** After `consultation publish SLUG`: what became of the contributions to its document. */
export async function sayPositions(
  { database: { db }, say }: CommandContext,
  slug: string,
  version: number,
): Promise<void> {
  const rows = await db
    .selectFrom('contribution_positions')
    .innerJoin('contributions', 'contributions.id', 'contribution')
    .select(({ fn }) => ['contribution_positions.state', fn.countAll<number>().as('count')])
    .where('slug', '=', slug)
    .where('version', '=', version)
    .groupBy('contribution_positions.state')
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  if (counts.size === 0) return;
  const told = positionStates.map((state) => `${counts.get(state) ?? 0} ${state}`);
  say(`contributions in the new version of the document: ${told.join(', ')}`);
  if (counts.has('unsure')) say(`those that are unsure wait: contribution queue ${slug}`);
}

/** `contribution queue SLUG`: what waits for a person to say where it stands, with the likely places. */
export async function listQueue({ database: { db }, say }: CommandContext, slug: string): Promise<void> {
  const consultation = await findConsultation(db, slug);
  const document = toTextDocument(consultation.current.definition);
  let count = 0;
  for await (const contribution of allContributions(db, consultation, { position: 'unsure' })) {
    count += 1;
    say(lineOf(contribution));
    for (const { anchor, share } of candidatesOf(contribution.position!)) {
      const text = locate(document, anchor)?.paragraph?.text ?? '';
      say(
        `    --section ${anchor.section} --paragraph ${anchor.paragraph}  ${Math.round(share * 100)} %  ${shorten(text, 100)}`,
      );
    }
  }
  if (count === 0) say('Nothing waits.');
}

const lineOf = ({ row, parts, target, position }: WholeContribution): string =>
  [
    row.public_id,
    row.state,
    `was in ${target.section}`,
    position!.reason,
    ...(target.quote === undefined ? [] : [`“${shorten(target.quote, 80)}”`]),
    shorten(parts.title ?? parts.text, 60),
  ].join('  ');

/** `contribution place SLUG ID --section SECTION [--paragraph PARAGRAPH] --operator WHO`, or `--gone` */
export async function place(context: CommandContext, slug: string, typed: string, given: Options): Promise<void> {
  const { section, paragraph, gone } = given;
  if ((section === undefined) === (gone !== true)) throw usageError('either --section or --gone is expected');
  if (gone && paragraph !== undefined) throw usageError('a paragraph is part of a section');
  const operator = required(given, 'operator');
  const { database, now, say } = context;
  await findConsultation(database.db, slug);
  const { id, public_id: name } = await findContribution(database.db, slug, typed);
  const anchor = section === undefined ? undefined : { section, ...(paragraph === undefined ? {} : { paragraph }) };
  try {
    await placeByHand(database.db, { id, anchor, operator, at: now() });
  } catch (error) {
    if (!(error instanceof ContributionError)) throw error;
    throw new CommandError(`${name}: ${error.message}\nNothing was changed.`);
  }
  say(`${name}: ${anchor ? `stands in ${section}` : 'its text is gone'}`);
}
