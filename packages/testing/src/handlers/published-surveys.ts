import type { Consultation, ConsultationFile, Service, ServiceFile, Survey, SurveyFile } from '@cmto/contract';
import { consultationOfFile, serviceOfFile, surveyOfFile } from '@cmto/contract';
import { type FileIssue, readConsultationFile, readServiceFile, readSurveyFile } from '@cmto/contract/schemas';
import { consultationSchema, serviceSchema, slugSchema, surveySchema } from '@cmto/contract/schemas';
import { Refusal } from './refusal.ts';

/** A definition of any kind. */
export type AnyDefinition = Survey | Service | Consultation;

interface PublishedVersion<Definition> {
  readonly survey: Definition;
  withdrawn: boolean;
}

/** A kind of definition, as the contract checks it. */
interface Kind<Definition> {
  readonly name: 'survey' | 'service' | 'consultation';
  parse(value: unknown): Definition;
  read(value: unknown): { readonly file?: unknown; readonly errors?: readonly FileIssue[] };
}

/** What the mock service serves of one kind: definitions with all their published versions. */
export class PublishedDefinitions<Definition extends AnyDefinition> {
  readonly kind: Kind<Definition>['name'];
  readonly #kind: Kind<Definition>;
  readonly #versions = new Map<string, Map<number, PublishedVersion<Definition>>>();

  constructor(kind: Kind<Definition>) {
    this.#kind = kind;
    this.kind = kind.name;
  }

  /** Publishes a definition under its own version number; the newest is the one served. Throws when the contract refuses it. */
  publish(definition: Definition): void {
    const survey = this.#kind.parse(definition);
    const { version: _, ...content } = survey;
    const read = this.#kind.read(content);
    if (!read.file)
      throw new Error(
        `No ${this.kind}: ${(read.errors ?? []).map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`,
      );
    const versions = this.#versions.get(survey.slug) ?? new Map<number, PublishedVersion<Definition>>();
    this.#versions.set(survey.slug, versions.set(survey.version, { survey, withdrawn: false }));
  }

  withdraw(slug: string, version: number): void {
    const published = this.#versions.get(slug)?.get(version);
    if (!published) throw new Error(`No version ${version} of ${slug}`);
    published.withdrawn = true;
  }

  clear(): void {
    this.#versions.clear();
  }

  has(slug: string): boolean {
    return this.#versions.has(slug);
  }

  /** The definition served. Throws the `not-found` of its kind. */
  current(slug: string): Definition {
    const standing = [...this.#all(slug).values()].filter(({ withdrawn }) => !withdrawn);
    const newest = standing.sort((one, other) => one.survey.version - other.survey.version).at(-1);
    if (!newest) throw new Refusal(`${this.kind}.not-found`);
    return newest.survey;
  }

  /** A published version with the survey's terms of today. Throws the problem that says why it cannot be had. */
  version(slug: string, number: number, otherwise: 'not-found' | 'version-unknown'): Definition {
    const current = this.current(slug);
    const published = this.#all(slug).get(number);
    if (!published) {
      const code = `${this.kind}.${otherwise}` as const;
      const errors = [{ pointer: '/formVersion', code, message: `No published version ${number}` }];
      throw new Refusal(code, otherwise === 'version-unknown' ? { errors } : {});
    }
    if (published.withdrawn) throw new Refusal(`${this.kind}.version-withdrawn`);
    const { opensAt: _, closesAt: __, graceMinutes: ___, ...rest } = published.survey;
    const { opensAt, closesAt, graceMinutes } = current;
    return {
      ...(rest as Definition),
      ...(opensAt === undefined ? {} : { opensAt }),
      ...(closesAt === undefined ? {} : { closesAt }),
      ...(graceMinutes === undefined ? {} : { graceMinutes }),
    };
  }

  /** Any version ever published, withdrawn ones too: what an earlier answer was judged by. */
  any(slug: string, number: number): Definition {
    return this.#all(slug).get(number)!.survey;
  }

  #all(slug: string): ReadonlyMap<number, PublishedVersion<Definition>> {
    const versions = slugSchema.safeParse(slug).success ? this.#versions.get(slug) : undefined;
    if (!versions) throw new Refusal(`${this.kind}.not-found`);
    return versions;
  }
}

/** Surveys. */
export class PublishedSurveys extends PublishedDefinitions<Survey> {
  constructor() {
    super({ name: 'survey', parse: (value) => surveySchema.parse(value), read: readSurveyFile });
  }

  /** Publishes a definition file, as the server's import does. */
  publishFile(file: SurveyFile): void {
    this.publish(surveyOfFile(file, file.version ?? 1));
  }
}

/** Services. */
export class PublishedServices extends PublishedDefinitions<Service> {
  constructor() {
    super({ name: 'service', parse: (value) => serviceSchema.parse(value), read: readServiceFile });
  }

  /** Publishes a definition file, as the server's import does. */
  publishFile(file: ServiceFile): void {
    this.publish(serviceOfFile(file, file.version ?? 1));
  }
}

/** Consultations. */
export class PublishedConsultations extends PublishedDefinitions<Consultation> {
  constructor() {
    super({
      name: 'consultation',
      parse: (value) => consultationSchema.parse(value),
      read: readConsultationFile,
    });
  }

  /** Publishes a definition file, as the server's import does. */
  publishFile(file: ConsultationFile): void {
    this.publish(consultationOfFile(file, file.version ?? 1));
  }
}
