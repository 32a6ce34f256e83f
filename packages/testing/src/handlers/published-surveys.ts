import type { Survey, SurveyFile } from '@cmto/contract';
import { surveyOfFile } from '@cmto/contract';
import { readSurveyFile, slugSchema, surveySchema } from '@cmto/contract/schemas';
import { Refusal } from './refusal.ts';

interface PublishedVersion {
  readonly survey: Survey;
  withdrawn: boolean;
}

/** What the mock service serves: surveys with all their published versions. */
export class PublishedSurveys {
  readonly #versions = new Map<string, Map<number, PublishedVersion>>();

  /** Publishes a definition under its own version number; the newest is the one served. Throws when the contract refuses it. */
  publish(definition: Survey): void {
    const survey = surveySchema.parse(definition);
    const { version: _, ...content } = survey;
    const read = readSurveyFile(content);
    if (!read.file)
      throw new Error(`No survey: ${read.errors.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`);
    const versions = this.#versions.get(survey.slug) ?? new Map<number, PublishedVersion>();
    this.#versions.set(survey.slug, versions.set(survey.version, { survey, withdrawn: false }));
  }

  /** Publishes a definition file, as the server's import does. */
  publishFile(file: SurveyFile): void {
    this.publish(surveyOfFile(file, file.version ?? 1));
  }

  withdraw(slug: string, version: number): void {
    const published = this.#versions.get(slug)?.get(version);
    if (!published) throw new Error(`No version ${version} of ${slug}`);
    published.withdrawn = true;
  }

  clear(): void {
    this.#versions.clear();
  }

  /** The definition served. Throws `survey.not-found`. */
  current(slug: string): Survey {
    const standing = [...this.#all(slug).values()].filter(({ withdrawn }) => !withdrawn);
    const newest = standing.sort((one, other) => one.survey.version - other.survey.version).at(-1);
    if (!newest) throw new Refusal('survey.not-found');
    return newest.survey;
  }

  /** A published version with the survey's terms of today. Throws the problem that says why it cannot be had. */
  version(slug: string, number: number, otherwise: 'survey.not-found' | 'survey.version-unknown'): Survey {
    const current = this.current(slug);
    const published = this.#all(slug).get(number);
    if (!published) {
      const errors = [
        { pointer: '/formVersion', code: 'survey.version-unknown', message: `No published version ${number}` },
      ];
      throw new Refusal(otherwise, otherwise === 'survey.version-unknown' ? { errors } : {});
    }
    if (published.withdrawn) throw new Refusal('survey.version-withdrawn');
    const { opensAt: _, closesAt: __, graceMinutes: ___, ...rest } = published.survey;
    const { opensAt, closesAt, graceMinutes } = current;
    return {
      ...rest,
      ...(opensAt === undefined ? {} : { opensAt }),
      ...(closesAt === undefined ? {} : { closesAt }),
      ...(graceMinutes === undefined ? {} : { graceMinutes }),
    };
  }

  /** Any version ever published, withdrawn ones too: what an earlier answer was judged by. */
  any(slug: string, number: number): Survey {
    return this.#all(slug).get(number)!.survey;
  }

  #all(slug: string): ReadonlyMap<number, PublishedVersion> {
    const versions = slugSchema.safeParse(slug).success ? this.#versions.get(slug) : undefined;
    if (!versions) throw new Refusal('survey.not-found');
    return versions;
  }
}
