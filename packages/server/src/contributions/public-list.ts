import type { AnswerOutcome, ContributionList, SectionCount } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { csvLine, byteOrderMark } from '../exports/csv.ts';
import { Representation } from '../http/representation.ts';
import { unusedOf } from '../outputs/unused.ts';
import type { PublishedConsultation } from '../surveys/published-survey.ts';
import { romeDate } from '../time/rome-date.ts';
import { atomFeed } from './atom-feed.ts';
import { allContributions, type Chosen, readContributions, type WholeContribution } from './contribution-table.ts';
import { license } from './model/license.ts';
import { publicColumns, toPublicLine } from './model/public-columns.ts';
import { toPublic } from './model/to-public.ts';

type ChosenPublished = Pick<Chosen, 'section' | 'topic' | 'zone'>;

/** What is asked for of the published contributions. */
export interface Asked extends ChosenPublished {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const published = 'published';

/** Published contributions for everybody: as JSON page by page, all of them as CSV, the newest as Atom. */
export class PublicList {
  readonly #db: Kysely<Schema>;
  readonly #publicUrl: () => string;

  constructor({ db, publicUrl }: { readonly db: Kysely<Schema>; readonly publicUrl: () => string }) {
    this.#db = db;
    this.#publicUrl = publicUrl;
  }

  async json(consultation: PublishedConsultation, { cursor, limit, ...chosen }: Asked): Promise<Representation> {
    const { slug } = consultation;
    const page = await readContributions(this.#db, consultation, {
      ...chosen,
      state: published,
      after: cursor,
      limit: limit + 1,
    });
    const shown = page.slice(0, limit);
    const sections = await this.#sections(slug);
    const unplaced = await this.#unplaced(slug);
    const list: ContributionList = {
      slug,
      license,
      total: sections.reduce((sum, { contributions }) => sum + contributions, unplaced.gone + unplaced.unsure),
      sections,
      unused: await this.#unused(slug),
      ...(unplaced.gone + unplaced.unsure > 0 ? { unplaced } : {}),
      topics: (await this.#count(slug, 'topic')).map(({ of, contributions }) => ({ topic: String(of), contributions })),
      zones: (await this.#count(slug, 'zone')).map(({ of, contributions }) => ({ zone: Number(of), contributions })),
      contributions: shown.map(toPublic),
      ...(page.length > limit ? { next: shown.at(-1)!.row.public_id } : {}),
    };
    return new Representation(JSON.stringify(list));
  }

  async csv(consultation: PublishedConsultation, chosen: ChosenPublished): Promise<Representation> {
    let text = byteOrderMark + csvLine(publicColumns);
    for await (const each of allContributions(this.#db, consultation, { ...chosen, state: published }))
      text += csvLine(toPublicLine(toPublic(each)));
    return new Representation(text, 'text/csv; charset=utf-8; header=present');
  }

  async atom(consultation: PublishedConsultation, chosen: ChosenPublished): Promise<Representation> {
    const all: WholeContribution[] = [];
    for await (const each of allContributions(this.#db, consultation, { ...chosen, state: published })) all.push(each);
    const address = `${this.#publicUrl()}/api/v1/consultations/${consultation.slug}/contributions`;
    return new Representation(atomFeed(consultation, all, address), 'application/atom+xml; charset=utf-8');
  }

  async #sections(slug: string): Promise<SectionCount[]> {
    const rows = await this.#db
      .selectFrom('contributions')
      .leftJoin('contribution_answers', 'contribution_answers.id', 'contributions.answer')
      .select(({ fn }) => [
        'contributions.section',
        'contribution_answers.outcome',
        fn.countAll<number>().as('contributions'),
        fn.sum<number>('contributions.agreements').as('agreements'),
      ])
      .where('contributions.slug', '=', slug)
      .where('contributions.state', '=', published)
      .where(({ eb, or }) => or([eb('position', 'is', null), eb('position', 'not in', ['gone', 'unsure'])]))
      .groupBy(['contributions.section', 'contribution_answers.outcome'])
      .orderBy('contributions.section')
      .execute();
    const sections = new Map<string | null, SectionCount>();
    for (const { section, outcome, contributions, agreements } of rows) {
      const count = sections.get(section) ?? {
        ...(section === null ? {} : { section }),
        contributions: 0,
        agreements: 0,
        answers: {},
      };
      count.contributions += Number(contributions);
      count.agreements += Number(agreements);
      if (outcome !== null) count.answers[outcome as AnswerOutcome] = Number(contributions);
      sections.set(section, count);
    }
    return [...sections.values()];
  }

  /** How many have lost their place in the document. */
  async #unplaced(slug: string): Promise<{ gone: number; unsure: number }> {
    const rows = await this.#db
      .selectFrom('contributions')
      .select(({ fn }) => ['position', fn.countAll<number>().as('contributions')])
      .where('slug', '=', slug)
      .where('state', '=', published)
      .where('position', 'in', ['gone', 'unsure'])
      .groupBy('position')
      .execute();
    const of = (position: string): number => Number(rows.find((row) => row.position === position)?.contributions ?? 0);
    return { gone: of('gone'), unsure: of('unsure') };
  }

  /** How many wait to be used, and since what day. */
  async #unused(slug: string): Promise<NonNullable<ContributionList['unused']>> {
    const { contributions, oldest } = await unusedOf(this.#db, slug)
      .select(({ fn }) => [fn.countAll<number>().as('contributions'), fn.min('received_at').as('oldest')])
      .executeTakeFirstOrThrow();
    return { contributions: Number(contributions), ...(oldest === null ? {} : { oldest: romeDate(Number(oldest)) }) };
  }

  async #count(slug: string, column: 'topic' | 'zone'): Promise<{ of: string | number; contributions: number }[]> {
    const rows = await this.#db
      .selectFrom('contributions')
      .select(({ fn }) => [column, fn.countAll<number>().as('contributions')])
      .where('slug', '=', slug)
      .where('state', '=', published)
      .where(column, 'is not', null)
      .groupBy(column)
      .orderBy(column)
      .execute();
    return rows.map((row) => ({ of: row[column]!, contributions: Number(row.contributions) }));
  }
}
