import type { KeyObject } from 'node:crypto';
import type { MunicipalityList, Results } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema, SurveyResultsRow } from '../database/schema.ts';
import { Representation } from '../http/representation.ts';
import { toInstant } from '../surveys/definition.ts';
import type { PublishedSurvey } from '../surveys/published-survey.ts';
import { startOfRomeDay } from '../time/rome-day.ts';
import { countBatch, type Batch } from './batch.ts';
import { storedAnswers } from '../intake/stored-answers.ts';

export interface ResultsOptions {
  readonly db: Kysely<Schema>;
  readonly municipalities: MunicipalityList;
  readonly secret: KeyObject;
  readonly now: () => number;
}

const defaultThreshold = 10;
const lowestThreshold = 5;

/** Published aggregates, counted anew only when enough answers have come since the last time. */
export class ResultsService {
  readonly #options: ResultsOptions;
  readonly #counting = new Map<string, Promise<void>>();
  readonly #ready = new Map<string, { readonly body: string; readonly representation: Representation }>();

  constructor(options: ResultsOptions) {
    this.#options = options;
  }

  /** What may be told of the survey now; undefined when nothing. */
  async get(survey: PublishedSurvey): Promise<Representation | undefined> {
    if (!isPublic(survey, this.#options.now())) return undefined;
    const threshold = thresholdOf(survey);
    const stored = await this.#read(survey.slug);
    const waiting = (await this.#countStored(survey.slug)) - (stored?.responses ?? 0);
    if (waiting >= threshold) await this.#recount(survey, threshold);
    const row = waiting >= threshold ? await this.#read(survey.slug) : stored;
    return row && this.#represent(row, threshold);
  }

  #represent({ survey_slug: slug, body }: SurveyResultsRow, threshold: number): Representation | undefined {
    const { results } = JSON.parse(body) as Batch;
    // The threshold was raised since: nothing is told until a batch has been counted under it.
    if (results.threshold < threshold) return undefined;
    const ready = this.#ready.get(slug);
    if (ready?.body === body) return ready.representation;
    const representation = new Representation(JSON.stringify(results satisfies Results));
    this.#ready.set(slug, { body, representation });
    return representation;
  }

  /** Once at a time per survey, however many ask. */
  #recount(survey: PublishedSurvey, threshold: number): Promise<void> {
    let counting = this.#counting.get(survey.slug);
    if (!counting) {
      counting = this.#count(survey, threshold).finally(() => this.#counting.delete(survey.slug));
      this.#counting.set(survey.slug, counting);
    }
    return counting;
  }

  async #count(survey: PublishedSurvey, threshold: number): Promise<void> {
    const { db, municipalities, secret, now } = this.#options;
    const before = await this.#read(survey.slug);
    const batch = await countBatch(storedAnswers(db, survey.slug), {
      definition: survey.current.definition,
      forms: [...survey.versions.values()].map(({ form }) => form),
      municipalities,
      threshold,
      secret,
      before: before && (JSON.parse(before.body) as Batch),
      updatedAt: toInstant(startOfRomeDay(now())),
    });
    const news = (batch?.results.responses.count ?? 0) - (before?.responses ?? 0);
    if (batch && news >= threshold) await this.#store(survey.slug, batch, before);
  }

  /**
   * Not if another process has stored a batch meanwhile: two batches must not differ by a few answers only. In one
   * statement, so that of several processes counting at the same time one stores its batch.
   */
  #store(slug: string, batch: Batch, before: SurveyResultsRow | undefined): Promise<unknown> {
    const row = { survey_slug: slug, responses: batch.results.responses.count!, body: JSON.stringify(batch) };
    return this.#options.db
      .insertInto('survey_results')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('survey_slug')
          .doUpdateSet(row)
          .where('survey_results.body', '=', before?.body ?? ''),
      )
      .execute();
  }

  #read(slug: string): Promise<SurveyResultsRow | undefined> {
    return this.#options.db.selectFrom('survey_results').selectAll().where('survey_slug', '=', slug).executeTakeFirst();
  }

  async #countStored(slug: string): Promise<number> {
    const row = await this.#options.db
      .selectFrom('survey_counts')
      .select('responses')
      .where('survey_slug', '=', slug)
      .executeTakeFirst();
    return row?.responses ?? 0;
  }
}

const thresholdOf = ({ current }: PublishedSurvey): number =>
  Math.max(lowestThreshold, current.definition.results?.threshold ?? defaultThreshold);

/** As the definition says; `after-close` waits for the days of grace too, so that the one batch holds all answers. */
function isPublic({ current, closesAt, graceMinutes }: PublishedSurvey, now: number): boolean {
  const publish = current.definition.results?.publish ?? 'never';
  if (publish === 'always') return true;
  return publish === 'after-close' && closesAt !== undefined && now >= closesAt + graceMinutes * 60_000;
}
