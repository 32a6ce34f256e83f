import type { Answers, Output, Submission } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { ContributionAnswerRow, ContributionPositionRow, ContributionRow } from '../database/contribution-rows.ts';
import type { Schema } from '../database/schema.ts';
import { readUses } from '../outputs/read-uses.ts';
import type { PublishedConsultation } from '../surveys/published-survey.ts';
import { partsOfContribution, type ContributionParts } from '@cmto/contract/rules/contribution-parts';

/** A contribution with what was sent, and what the office has answered. */
export interface WholeContribution {
  readonly row: ContributionRow;
  readonly parts: ContributionParts;
  readonly target: NonNullable<Submission['target']>;
  readonly answer: ContributionAnswerRow | undefined;
  /** Where it stands in a later version of the document. */
  readonly position: ContributionPositionRow | undefined;
  readonly usedIn: readonly Output[];
}

/** Which contributions, and from where on. */
export interface Chosen {
  readonly state?: string | undefined;
  readonly section?: string | undefined;
  /** Value of the option. */
  readonly topic?: string | undefined;
  /** 1 to 11. */
  readonly zone?: number | undefined;
  /** State of its position. */
  readonly position?: string | undefined;
  /** Public id of the last one that was given before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Contributions of a consultation by their public ids, which are in no order of arrival. */
export async function readContributions(
  db: Kysely<Schema>,
  { slug, versions, current }: PublishedConsultation,
  { state, section, topic, zone, position, after = '', limit }: Chosen,
): Promise<WholeContribution[]> {
  let query = db
    .selectFrom('contributions')
    .innerJoin('responses', 'responses.id', 'contributions.id')
    .selectAll('contributions')
    .select(['responses.content', 'responses.form_version'])
    .where('contributions.slug', '=', slug)
    .where('public_id', '>', after);
  if (state !== undefined) query = query.where('state', '=', state);
  if (section !== undefined) query = query.where('section', '=', section);
  if (topic !== undefined) query = query.where('topic', '=', topic);
  if (zone !== undefined) query = query.where('zone', '=', zone);
  if (position !== undefined) query = query.where('position', '=', position);
  const rows = await query.orderBy('public_id').limit(limit).execute();
  const answers = await readAnswers(db, rows);
  const positions = await readPositions(db, rows);
  const uses = await readUses(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ content, form_version: version, ...row }) => {
    const { definition } = versions.get(version) ?? current;
    const sent = JSON.parse(content) as { answers: Answers; target?: Submission['target'] };
    // The zone was found when it came in.
    const parts = partsOfContribution(definition, sent.answers, () => row.zone ?? undefined);
    return {
      row,
      parts,
      target: sent.target ?? {},
      answer: answers.get(row.answer ?? ''),
      position: positions.get(row.id),
      usedIn: uses.get(row.id) ?? [],
    };
  });
}

/** All of them, page by page, with the event loop's other work between. */
export async function* allContributions(
  db: Kysely<Schema>,
  published: PublishedConsultation,
  chosen: Omit<Chosen, 'after' | 'limit'> = {},
): AsyncGenerator<WholeContribution> {
  const limit = 500;
  let after = '';
  for (;;) {
    const page = await readContributions(db, published, { ...chosen, after, limit });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!.row.public_id;
    await new Promise(setImmediate);
  }
}

/** The last place of each that has one, by key. */
async function readPositions(
  db: Kysely<Schema>,
  rows: readonly ContributionRow[],
): Promise<Map<string, ContributionPositionRow>> {
  const ids = rows.flatMap(({ id, positions }) => (positions > 0 ? [id] : []));
  if (ids.length === 0) return new Map();
  const positions = await db
    .selectFrom('contribution_positions')
    .innerJoin('contributions', (join) =>
      join.onRef('contributions.id', '=', 'contribution').onRef('contributions.positions', '=', 'seq'),
    )
    .selectAll('contribution_positions')
    .where('contribution', 'in', ids)
    .execute();
  return new Map(positions.map((position) => [position.contribution, position]));
}

async function readAnswers(
  db: Kysely<Schema>,
  rows: readonly ContributionRow[],
): Promise<Map<string, ContributionAnswerRow>> {
  const ids = [...new Set(rows.flatMap(({ answer }) => answer ?? []))];
  if (ids.length === 0) return new Map();
  const answers = await db.selectFrom('contribution_answers').selectAll().where('id', 'in', ids).execute();
  return new Map(answers.map((answer) => [answer.id, answer]));
}
