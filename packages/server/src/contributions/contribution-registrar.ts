import { localize, type Answers, type AuthorKind, type Consultation } from '@cmto/contract';
import type { ReceiptRegistration, Submission } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { ResponseRow, Schema } from '../database/schema.ts';
import { storeDocument } from '../documents/document-store.ts';
import { requestDocument, seal, type ContributionDocument } from '../documents/request-document.ts';
import type { Correspondent } from '../register/entry.ts';
import type { Register } from '../register/register.ts';
import { shorten } from '../requests/model/applicant.ts';
import { toInstant } from '../surveys/definition.ts';
import { it } from './locales/it.ts';
import { authorNameOf, type ContributionParts } from '@cmto/contract/rules/contribution-parts';

export interface ContributionRegistrarOptions {
  readonly register: Register;
  readonly municipalityName: (code: string) => string;
}

/** A contribution that is being stored. */
export interface Arrived {
  readonly row: ResponseRow;
  readonly definition: Consultation;
  readonly answers: Answers;
  readonly target: Submission['target'];
  readonly parts: ContributionParts;
  readonly submission: Submission;
}

const correspondents: Record<AuthorKind, Correspondent['kind']> = {
  citizen: 'person',
  municipality: 'municipality',
  association: 'organisation',
  business: 'organisation',
  body: 'organisation',
};

/** Enters contributions into the register, with what was sent sealed beside it. */
export class ContributionRegistrar {
  readonly #options: ContributionRegistrarOptions;

  constructor(options: ContributionRegistrarOptions) {
    this.#options = options;
  }

  /** Holds the register's lock until the transaction ends: call it last. */
  async enter(transaction: Transaction<Schema>, arrived: Arrived): Promise<ReceiptRegistration> {
    const { row, definition, answers, parts, submission } = arrived;
    const attachments = submission.attachments ?? [];
    const subject = subjectOf(arrived);
    const sealed = seal(this.#document(arrived, subject));
    await storeDocument(transaction, row.id, sealed);
    const { code, year, number } = await this.#options.register.register(transaction, {
      key: row.id,
      department: definition.department,
      direction: 'in',
      at: row.received_at,
      correspondent: {
        kind: correspondents[parts.author],
        name: shorten(this.#organisation(arrived) ?? (authorNameOf(definition, answers) || it['author.unnamed'])),
      },
      subject,
      document: sealed.sha256,
      attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    });
    return { code, year, number, status: 'provisional' };
  }

  #organisation({ parts: { author, organisation } }: Arrived): string | undefined {
    if (author === 'citizen' || !organisation) return undefined;
    return this.#options.municipalityName(organisation);
  }

  #document({ row, definition, answers, target, submission }: Arrived, subject: string): ContributionDocument {
    const { form, languages, department, slug, identity } = definition;
    const { isFormal: _, ...facts } = requestDocument({
      form,
      answers,
      languages,
      attachments: submission.attachments ?? [],
      municipalityName: this.#options.municipalityName,
      id: row.id,
      department,
      slug,
      formVersion: row.form_version,
      title: italian(definition.title, definition),
      subject,
      language: submission.language,
      identity,
      isFormal: false,
      receivedAt: toInstant(row.received_at),
      contentHash: row.content_hash,
    });
    return { ...facts, kind: 'contribution', ...(target ? { target } : {}) };
  }
}

const italian = (text: Consultation['title'], { languages }: Consultation): string =>
  localize(text, 'it', languages).text;

function subjectOf({ definition, target }: Arrived): string {
  const { document, kind, title } = definition;
  const section = document?.sections.find(({ id }) => id === target?.section);
  const about = kind === 'document' && !section ? 'whole-document' : kind;
  const words = it[`subject.${about}`];
  return shorten(
    words
      .replace('{title}', () => shorten(italian(document?.title ?? title, definition), 200))
      .replace('{section}', () => shorten(section ? italian(section.title, definition) : '', 200)),
  );
}
