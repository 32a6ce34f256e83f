import { canonicalJson, type ServiceFile, type SurveyFile } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { toContent, toServiceContent, toTerms } from './definition.ts';
import type { DefinitionContent, DefinitionKind, SurveyContent } from './definition.ts';

/** What a command did, for its last line. */
export type ImportOutcome =
  | { readonly kind: 'drafted' | 'unchanged'; readonly version: number }
  | { readonly kind: 'unknown-department'; readonly departments: readonly string[] }
  | { readonly kind: 'other-department'; readonly department: string }
  | { readonly kind: 'other-kind'; readonly taken: DefinitionKind };
export type PublishOutcome =
  | { readonly kind: 'published' | 'already'; readonly version: number }
  | { readonly kind: 'refused'; readonly version: number; readonly reason: string }
  | { readonly kind: 'unknown' };
export type CloseOutcome = { readonly kind: 'closed' } | { readonly kind: 'unknown' };
export type WithdrawOutcome = {
  readonly kind: 'withdrawn' | 'already' | 'unknown' | 'unpublished' | 'last' | 'followed';
};

/** One line of the list of surveys. */
export interface SurveySummary {
  readonly slug: string;
  readonly department: string;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly versions: readonly { readonly version: number; readonly state: string }[];
  readonly responses: number;
}

/** Changes to definitions and their versions. Each is one transaction and raises the catalogue's revision. */
export class DefinitionRepository {
  readonly #db: Kysely<Schema>;
  readonly #kind: DefinitionKind;

  constructor(db: Kysely<Schema>, kind: DefinitionKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** Content equal to the latest version's changes nothing; other content becomes the next draft version. */
  protected importContent(content: DefinitionContent): Promise<ImportOutcome> {
    return this.#change(async (db, changed) => {
      const departments = (await db.selectFrom('departments').select('id').orderBy('id').execute()).map(({ id }) => id);
      if (!departments.includes(content.department)) return { kind: 'unknown-department', departments };
      const survey = await db
        .selectFrom('surveys')
        .select(['department', 'kind'])
        .where('slug', '=', content.slug)
        .executeTakeFirst();
      if (survey && survey.kind !== this.#kind) return { kind: 'other-kind', taken: survey.kind as DefinitionKind };
      // A slug is unique on the whole server: another department's survey is not to be taken over by a file.
      if (survey && survey.department !== content.department)
        return { kind: 'other-department', department: survey.department };
      const json = canonicalJson(content);
      const latest = await latestVersion(db, content.slug);
      if (latest?.content === json) return { kind: 'unchanged', version: latest.version };
      if (!survey)
        await db
          .insertInto('surveys')
          .values({ slug: content.slug, kind: this.#kind, published: 0, ...toTerms(content) })
          .execute();
      const version = (latest?.version ?? 0) + 1;
      await db
        .insertInto('survey_versions')
        .values({ survey_slug: content.slug, version, state: 'draft', content: json })
        .execute();
      await changed();
      return { kind: 'drafted', version };
    });
  }

  /** Publishes the latest version; its dates, access and publication become the survey's. */
  publish(slug: string): Promise<PublishOutcome> {
    return this.#change(async (db, changed) => {
      const latest = await latestVersion(db, slug);
      if (!latest || !(await this.#isOurs(db, slug))) return { kind: 'unknown' };
      const { version, state, content } = latest;
      if (state !== 'draft') return { kind: 'already', version };
      const reason = await this.beforePublishing(db, slug, version, content);
      if (reason !== undefined) return { kind: 'refused', version, reason };
      const terms = toTerms(JSON.parse(content) as SurveyContent);
      await db
        .updateTable('surveys')
        .set({ published: 1, ...terms })
        .where('slug', '=', slug)
        .execute();
      await setState(db, slug, version, 'published');
      await changed();
      return { kind: 'published', version };
    });
  }

  /** Closes at that instant, in milliseconds, also an earlier or a later one than it had. */
  close(slug: string, at: number): Promise<CloseOutcome> {
    return this.#change(async (db, changed) => {
      const { numUpdatedRows } = await db
        .updateTable('surveys')
        .set({ closes_at: at })
        .where('slug', '=', slug)
        .where('kind', '=', this.#kind)
        .where('published', '=', 1)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return { kind: 'unknown' };
      await changed();
      return { kind: 'closed' };
    });
  }

  /** Takes a published version back: it is served no more, and answers to it are refused. Not the last one. */
  withdraw(slug: string, version: number): Promise<WithdrawOutcome> {
    return this.#change(async (db, changed) => {
      const versions = await versionsOf(db, slug);
      const asked = versions.find((one) => one.version === version);
      if (!asked || !(await this.#isOurs(db, slug))) return { kind: 'unknown' };
      if (asked.state === 'withdrawn') return { kind: 'already' };
      if (asked.state === 'draft') return { kind: 'unpublished' };
      if (versions.filter(({ state }) => state === 'published').length === 1) return { kind: 'last' };
      if (!(await this.mayWithdraw(db, slug, version))) return { kind: 'followed' };
      await setState(db, slug, version, 'withdrawn');
      await changed();
      return { kind: 'withdrawn' };
    });
  }

  async list(): Promise<SurveySummary[]> {
    const surveys = await this.#db
      .selectFrom('surveys')
      .leftJoin('survey_counts', 'survey_counts.survey_slug', 'surveys.slug')
      .select(['slug', 'department', 'opens_at', 'closes_at', 'responses'])
      .where('kind', '=', this.#kind)
      .orderBy('slug')
      .execute();
    return Promise.all(
      surveys.map(async ({ opens_at: opensAt, closes_at: closesAt, responses, ...survey }) => ({
        ...survey,
        opensAt,
        closesAt,
        responses: responses ?? 0,
        versions: await versionsOf(this.#db, survey.slug),
      })),
    );
  }

  /** What else is done in the transaction that publishes a version; gives the reason why it cannot be published. */
  protected beforePublishing(
    _db: Transaction<Schema>,
    _slug: string,
    _version: number,
    _content: string,
  ): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  /** Whether nothing depends on a version that cannot be taken back. */
  protected mayWithdraw(_db: Transaction<Schema>, _slug: string, _version: number): Promise<boolean> {
    return Promise.resolve(true);
  }

  async #isOurs(db: Kysely<Schema>, slug: string): Promise<boolean> {
    const row = await db.selectFrom('surveys').select('kind').where('slug', '=', slug).executeTakeFirst();
    return row?.kind === this.#kind;
  }

  #change<T>(work: (db: Transaction<Schema>, changed: () => Promise<unknown>) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (db) => {
      await lockCatalogue(db);
      return work(db, () => raiseRevision(db));
    });
  }
}

/** Surveys and their versions. */
export class SurveyRepository extends DefinitionRepository {
  constructor(db: Kysely<Schema>) {
    super(db, 'survey');
  }

  import(file: SurveyFile): Promise<ImportOutcome> {
    return this.importContent(toContent(file));
  }
}

/** Services and their versions. */
export class ServiceRepository extends DefinitionRepository {
  constructor(db: Kysely<Schema>) {
    super(db, 'service');
  }

  import(file: ServiceFile): Promise<ImportOutcome> {
    return this.importContent(toServiceContent(file));
  }
}

/**
 * Held until the transaction ends: whoever changes departments, surveys or versions looks first, and nobody else may
 * change them in between.
 */
export const lockCatalogue = (db: Kysely<Schema>): Promise<unknown> =>
  db
    .updateTable('catalogue')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', 'surveys')
    .execute();

/** Tells every running server that what it holds in memory is out of date. */
export const raiseRevision = (db: Kysely<Schema>): Promise<unknown> =>
  db
    .updateTable('catalogue')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', 'surveys')
    .execute();

const latestVersion = (db: Kysely<Schema>, slug: string) =>
  db
    .selectFrom('survey_versions')
    .selectAll()
    .where('survey_slug', '=', slug)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

const versionsOf = (db: Kysely<Schema>, slug: string) =>
  db
    .selectFrom('survey_versions')
    .select(['version', 'state'])
    .where('survey_slug', '=', slug)
    .orderBy('version')
    .execute();

const setState = (db: Kysely<Schema>, slug: string, version: number, state: string): Promise<unknown> =>
  db
    .updateTable('survey_versions')
    .set({ state })
    .where('survey_slug', '=', slug)
    .where('version', '=', version)
    .execute();
