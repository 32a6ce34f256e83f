import { slugSchema } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { readDepartments, type Department } from './departments.ts';
import { readPublishedSurvey, type PublishedSurvey } from './published-survey.ts';

/**
 * What is published, kept in memory for as long as it is true. Whoever changes departments, surveys or versions, in
 * this process or another, raises the catalogue's revision in the same transaction; it is looked at once per turn of
 * the event loop, so the next request sees the change and a busy turn costs one look.
 */
export class Catalogue {
  readonly #db: Kysely<Schema>;
  readonly #revisionQuery;
  #edition: Edition | undefined;
  #looked: Promise<Edition> | undefined;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    this.#revisionQuery = db.selectFrom('catalogue').select('revision').where('id', '=', 'surveys').compile();
  }

  async departments(): Promise<ReadonlyMap<string, Department>> {
    const edition = await this.#current();
    // Once they could be read: a failure is told to whoever asked, and not kept.
    return (edition.departments ??= await readDepartments(this.#db));
  }

  /** The survey of this name, if a version of it has ever been published. */
  async survey(slug: string): Promise<PublishedSurvey | undefined> {
    const { surveys } = await this.#current();
    const known = surveys.get(slug);
    if (known) return known;
    // Anything may stand in an address, also what PostgreSQL takes for no text.
    if (!slugSchema.safeParse(slug).success) return undefined;
    const survey = await readPublishedSurvey(this.#db, slug);
    // Unknown names are not kept: there is no end of them.
    if (survey) surveys.set(slug, survey);
    return survey;
  }

  #current(): Promise<Edition> {
    if (!this.#looked) {
      this.#looked = this.#look();
      setImmediate(() => (this.#looked = undefined));
    }
    return this.#looked;
  }

  async #look(): Promise<Edition> {
    const { rows } = await this.#db.executeQuery(this.#revisionQuery);
    const revision = rows[0]!.revision;
    if (this.#edition?.revision !== revision) this.#edition = { revision, surveys: new Map(), departments: undefined };
    return this.#edition;
  }
}

interface Edition {
  readonly revision: number;
  readonly surveys: Map<string, PublishedSurvey>;
  departments: ReadonlyMap<string, Department> | undefined;
}
