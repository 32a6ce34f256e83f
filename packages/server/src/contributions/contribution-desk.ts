import type {
  Consultation,
  ContributionEvent,
  ContributionState,
  ContributionStatus,
  OfficialAnswer,
  Receipt,
  Submission,
} from '@cmto/contract';
import type { Kysely } from 'kysely';
import type {
  ContributionAnswerRow,
  ContributionEventRow,
  ContributionPositionRow,
  ContributionRow,
} from '../database/contribution-rows.ts';
import type { ResponseRow, Schema } from '../database/schema.ts';
import { readUses } from '../outputs/read-uses.ts';
import { annulledBetween } from '../register/annulments.ts';
import { toReceipt } from '../receipts/receipt.ts';
import { toMessage } from '../requests/message-row.ts';
import { toInstant } from '../surveys/definition.ts';
import type { Published } from '../surveys/published-survey.ts';
import { toPositionNow } from './following/position-now.ts';
import { readContribution } from './contribution-row.ts';

export interface ContributionDeskOptions {
  readonly db: Kysely<Schema>;
  readonly publicUrl: () => string;
}

/** Tells an author what became of a contribution. */
export class ContributionDesk {
  readonly #options: ContributionDeskOptions;

  constructor(options: ContributionDeskOptions) {
    this.#options = options;
  }

  /** The receipt of a contribution that is stored. */
  async receipt(row: ResponseRow, code: string): Promise<Receipt> {
    const { db, publicUrl } = this.#options;
    return withRegister(db, toReceipt(row, code, publicUrl()), await readContribution(db, row.id));
  }

  /** All that became of it, for who holds its code. Undefined: there is no such contribution. */
  async status(
    row: ResponseRow,
    code: string,
    { versions, current }: Published<Consultation>,
  ): Promise<ContributionStatus | undefined> {
    const { db, publicUrl } = this.#options;
    const contribution = await readContribution(db, row.id);
    if (!contribution) return undefined;
    const { definition } = versions.get(row.form_version) ?? current;
    const answer = await readAnswer(db, contribution.answer);
    const events = await db
      .selectFrom('contribution_events')
      .selectAll()
      .where('contribution', '=', row.id)
      .orderBy('seq')
      .execute();
    const messages = await db
      .selectFrom('request_messages')
      .selectAll()
      .where('request', '=', row.id)
      .orderBy('at')
      .execute();
    return {
      ...(await withRegister(db, toReceipt(row, code, publicUrl()), contribution)),
      kind: 'contribution',
      slug: row.survey_slug,
      title: definition.title,
      language: row.language ?? definition.languages[0]!,
      contribution: contribution.public_id,
      state: contribution.state as ContributionState,
      ...whereNow(row, contribution, await readPosition(db, contribution)),
      ...refusalOf(contribution, definition),
      mayAppeal: mayAppeal(contribution),
      agreements: contribution.agreements,
      ...(answer ? { answer: toAnswer(answer) } : {}),
      usedIn: (await readUses(db, [row.id])).get(row.id) ?? [],
      timeline: events.map(toEntry),
      messages: messages.map((message) => toMessage(message)),
    };
  }
}

const readPosition = async (
  db: Kysely<Schema>,
  { id, positions }: ContributionRow,
): Promise<ContributionPositionRow | undefined> =>
  positions === 0
    ? undefined
    : db
        .selectFrom('contribution_positions')
        .selectAll()
        .where('contribution', '=', id)
        .where('seq', '=', positions)
        .executeTakeFirst();

function whereNow(
  { content }: ResponseRow,
  contribution: ContributionRow,
  position: ContributionPositionRow | undefined,
): Pick<ContributionStatus, 'section' | 'position'> {
  const { target = {} } = JSON.parse(content) as { target?: Submission['target'] };
  const { paragraph: _, ...now } = toPositionNow(contribution, target, position);
  return now;
}

/** Once: another person of the office looks then, and that is the end of it. */
export const mayAppeal = ({ state, appealed }: Pick<ContributionRow, 'state' | 'appealed'>): boolean =>
  state === 'refused' && appealed === 0;

export const readAnswer = async (db: Kysely<Schema>, id: string | null): Promise<ContributionAnswerRow | undefined> =>
  id === null ? undefined : db.selectFrom('contribution_answers').selectAll().where('id', '=', id).executeTakeFirst();

export const toAnswer = ({
  outcome,
  text,
  url,
  at,
}: Omit<ContributionAnswerRow, 'id' | 'slug' | 'operator'>): OfficialAnswer => ({
  outcome: outcome as OfficialAnswer['outcome'],
  text,
  ...(url === null ? {} : { url }),
  at: toInstant(at),
});

/** What was annulled says so wherever it is named (DPR 445/2000 art. 54). */
async function withRegister(
  db: Kysely<Schema>,
  receipt: Receipt,
  contribution: ContributionRow | undefined,
): Promise<Receipt> {
  if (!contribution?.register) return receipt;
  const register = JSON.parse(contribution.register) as NonNullable<Receipt['register']>;
  const number = Number(register.number);
  const annulled = await annulledBetween(db, { year: register.year, first: number, last: number });
  return { ...receipt, register: annulled.length > 0 ? { ...register, status: 'annulled' } : register };
}

function refusalOf(
  { state, reason, note }: ContributionRow,
  { moderation }: Consultation,
): Pick<ContributionStatus, 'refusal'> {
  if (state !== 'refused' || reason === null) return {};
  // A later version may have another list.
  const label = moderation.reasons.find(({ id }) => id === reason)?.label ?? reason;
  return { refusal: { reason, label, ...(note === null ? {} : { note }) } };
}

const toEntry = ({ at, event, note }: ContributionEventRow): ContributionStatus['timeline'][number] => ({
  at: toInstant(at),
  event: event as ContributionEvent,
  ...(note === null ? {} : { note }),
});
