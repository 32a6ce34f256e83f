import type { Consultation, ConsultationFile } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import { followDocument } from '../contributions/following/follow-document.ts';
import type { Schema } from '../database/schema.ts';
import { toConsultationContent } from '../surveys/definition.ts';
import { DefinitionRepository, type ImportOutcome } from '../surveys/survey-repository.ts';
import { readVersions } from './read-versions.ts';
import { hasSameText } from './text-document.ts';

/** Consultations and their versions. Where the document of one changes, the contributions to it follow. */
export class ConsultationRepository extends DefinitionRepository {
  readonly #now: () => number;

  constructor(db: Kysely<Schema>, now: () => number = Date.now) {
    super(db, 'consultation');
    this.#now = now;
  }

  import(file: ConsultationFile): Promise<ImportOutcome> {
    return this.importContent(toConsultationContent(file));
  }

  protected override async beforePublishing(
    transaction: Transaction<Schema>,
    slug: string,
    version: number,
    content: string,
  ): Promise<string | undefined> {
    const { current, all } = await readVersions(transaction, slug);
    const next = JSON.parse(content) as Consultation;
    if (!current || hasSameText(current, next)) return undefined;
    if (current.document && next.document && next.document.version <= current.document.version)
      return `its document has another text than version ${current.document.version}: it needs a higher document.version`;
    await followDocument(transaction, { slug, version, next, versions: all, at: this.#now() });
    return undefined;
  }

  protected override async mayWithdraw(
    transaction: Transaction<Schema>,
    slug: string,
    version: number,
  ): Promise<boolean> {
    const followed = await transaction
      .selectFrom('contribution_positions')
      .innerJoin('contributions', 'contributions.id', 'contribution_positions.contribution')
      .select('contribution')
      .where('slug', '=', slug)
      .where('version', '=', version)
      .limit(1)
      .executeTakeFirst();
    return followed === undefined;
  }
}
