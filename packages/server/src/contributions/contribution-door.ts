import { checkTarget, type Answers, type Consultation, type Submission } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { ContributionRow } from '../database/contribution-rows.ts';
import type { ResponseRow, Schema } from '../database/schema.ts';
import { writeTogether } from '../database/write-together.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Door } from '../intake/intake.ts';
import type { NotStored, ResponseStore } from '../intake/response-store.ts';
import { readSubmission } from '../intake/submission-body.ts';
import type { RequestWriter } from '../requests/request-writer.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { Published } from '../surveys/published-survey.ts';
import type { ContributionDesk } from './contribution-desk.ts';
import { actInsert, changeContribution } from './contribution-row.ts';
import { standingOf } from './following/position.ts';
import { positionArrived } from './following/position-arrived.ts';
import { doubtsOf, isPublishedAtOnce, wordsHash } from './model/doubts.ts';
import { partsOfContribution } from '@cmto/contract/rules/contribution-parts';
import type { ContributionRegistrar } from './contribution-registrar.ts';

export interface ContributionDoorOptions {
  readonly catalogue: Pick<Catalogue, 'consultation'>;
  readonly responses: ResponseStore;
  readonly registrar: ContributionRegistrar;
  readonly writer: RequestWriter;
  readonly desk: ContributionDesk;
  readonly publicId: (key: string) => string;
  readonly zoneOf: (municipality: string) => number | undefined;
}

/** Contributions to consultations: each is stored, registered where the consultation wants it, and perhaps published at once. */
export function contributionDoor(options: ContributionDoorOptions): Door<Submission, Consultation> {
  const { catalogue, desk } = options;
  return {
    kind: 'contribution',
    unknown: 'consultation.not-found',
    find: (slug) => catalogue.consultation(slug),
    read: readSubmission,
    require: async (_key, { formVersion, target }, { versions }) => {
      const errors = checkTarget(versions.get(formVersion)!.definition, target);
      if (errors.length > 0) throw new ProblemError('submission.invalid', { errors });
    },
    store: (row, submission, published) => storeContribution(options, row, submission, published),
    receipt: (row, code) => desk.receipt(row, code),
  };
}

function storeContribution(
  { responses, writer, registrar, publicId, zoneOf }: ContributionDoorOptions,
  row: ResponseRow,
  submission: Submission,
  published: Published<Consultation>,
): Promise<NotStored | undefined> {
  const { id, survey_slug: slug, form_version: version, received_at: at } = row;
  const definition = published.versions.get(version)!.definition;
  const { answers, target } = JSON.parse(row.content) as { answers: Answers; target?: Submission['target'] };
  const parts = partsOfContribution(definition, answers, zoneOf);
  const words = wordsHash(parts);
  return writer.write(async (transaction) => {
    const notStored = await responses.storeOne(transaction, row);
    if (notStored) return notStored;
    const doubts = doubtsOf(parts, JSON.parse(row.flags) as string[], await isRepeated(transaction, row, words));
    const isPublished = isPublishedAtOnce(definition.moderation.when, doubts);
    const position = await positionArrived(transaction, {
      row: { slug, received_at: at },
      formVersion: version,
      target,
    });
    const contribution: ContributionRow = {
      id,
      public_id: publicId(id),
      slug,
      department: definition.department,
      state: isPublished ? 'published' : 'received',
      section: target?.section ?? null,
      type: parts.type,
      author: parts.author,
      topic: parts.topic ?? null,
      zone: parts.zone ?? null,
      municipality: parts.municipality ?? null,
      flags: JSON.stringify(doubts),
      words_hash: words,
      agreements: 0,
      answer: null,
      reason: null,
      note: null,
      appealed: 0,
      received_at: at,
      register: null,
      position: null,
      positions: 0,
      ...(position ? standingOf(position, 1) : {}),
    };
    await writeTogether(transaction, [
      transaction.insertInto('contributions').values(contribution),
      ...(position
        ? [transaction.insertInto('contribution_positions').values({ contribution: id, seq: 1, ...position })]
        : []),
      ...(isPublished ? [actInsert(transaction, id, { at, event: 'published' })] : []),
    ]);
    if (definition.register !== true) return undefined;
    const register = await registrar.enter(transaction, { row, definition, answers, target, parts, submission });
    await changeContribution(transaction, id, { register: JSON.stringify(register) });
    return undefined;
  });
}

async function isRepeated(transaction: Transaction<Schema>, row: ResponseRow, words: string): Promise<boolean> {
  const other = await transaction
    .selectFrom('contributions')
    .select('id')
    .where('slug', '=', row.survey_slug)
    .where('words_hash', '=', words)
    .where('id', '!=', row.id)
    .executeTakeFirst();
  return other !== undefined;
}
