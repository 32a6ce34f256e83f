import { slugSchema } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { readDepartments, type Department } from './departments.ts';
import { isConsultation, isService, isSurvey, readPublished } from './published-survey.ts';
import type { Published, PublishedConsultation, PublishedService, PublishedSurvey } from './published-survey.ts';

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
    const published = await this.published(slug);
    return isSurvey(published) ? published : undefined;
  }

  /** The service of this name, likewise. */
  async service(slug: string): Promise<PublishedService | undefined> {
    const published = await this.published(slug);
    return isService(published) ? published : undefined;
  }

  /** The consultation of this name, likewise. */
  async consultation(slug: string): Promise<PublishedConsultation | undefined> {
    const published = await this.published(slug);
    return isConsultation(published) ? published : undefined;
  }

  /** Whatever is published under this name. */
  async published(slug: string): Promise<Published | undefined> {
    const { published } = await this.#current();
    const known = published.get(slug);
    if (known) return known;
    // Anything may stand in an address, also what PostgreSQL takes for no text.
    if (!slugSchema.safeParse(slug).success) return undefined;
    const found = await readPublished(this.#db, slug);
    // Unknown names are not kept: there is no end of them.
    if (found) published.set(slug, found);
    return found;
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
    if (this.#edition?.revision !== revision)
      this.#edition = { revision, published: new Map(), departments: undefined };
    return this.#edition;
  }
}

interface Edition {
  readonly revision: number;
  readonly published: Map<string, Published>;
  departments: ReadonlyMap<string, Department> | undefined;
}
