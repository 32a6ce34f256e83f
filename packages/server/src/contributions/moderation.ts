import { randomUUID } from 'node:crypto';
import type { AnswerOutcome, Moderation as Rules } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { ContributionRow } from '../database/contribution-rows.ts';
import type { Schema } from '../database/schema.ts';
import { ContributionError } from './contribution-error.ts';
import { actInsert, changeContribution, lockContribution } from './contribution-row.ts';
import { decide, type Decision } from './model/decisions.ts';

/** A decision about publishing one contribution. `reason` is the id of a published reason, and belongs to a refusal alone. */
export interface DecisionOn {
  readonly contribution: string;
  readonly decision: Decision;
  readonly reason?: string | undefined;
  /** Told to the author. */
  readonly note?: string | undefined;
}

/** What the office answers to one contribution, or to many alike. */
export interface AnswerTo {
  readonly contributions: readonly string[];
  readonly outcome: AnswerOutcome;
  readonly text: string;
  /** The new text. */
  readonly url?: string | undefined;
}

export interface OfficeWork {
  readonly decisions: readonly DecisionOn[];
  readonly answers: readonly AnswerTo[];
  /** Who of the office. */
  readonly operator: string;
}

/**
 * What the office does with the contributions of one consultation: all of it or none, each act in the history with who
 * did it, and nothing ever deleted. Contributions are named by their public ids.
 */
export class Moderation {
  readonly #db: Kysely<Schema>;
  readonly #slug: string;
  readonly #rules: Rules;
  readonly #now: () => number;

  constructor(options: {
    readonly db: Kysely<Schema>;
    readonly slug: string;
    readonly rules: Rules;
    readonly now: () => number;
  }) {
    this.#db = options.db;
    this.#slug = options.slug;
    this.#rules = options.rules;
    this.#now = options.now;
  }

  /** Throws a `ContributionError` that names every act that cannot be, one on a line. */
  async work({ decisions, answers, operator }: OfficeWork): Promise<void> {
    const at = this.#now();
    await this.#db.transaction().execute(async (transaction) => {
      const rows = await this.#lock(transaction, [
        ...decisions.map(({ contribution }) => contribution),
        ...answers.flatMap(({ contributions }) => contributions),
      ]);
      const faults: string[] = [];
      const attempt = async (id: string, act: (row: ContributionRow) => Promise<unknown>): Promise<void> => {
        try {
          await act(rows.get(id) ?? unknown(id, this.#slug));
        } catch (error) {
          if (!(error instanceof ContributionError)) throw error;
          faults.push(`${id}: ${error.message}`);
        }
      };
      for (const one of decisions)
        await attempt(one.contribution, (row) => this.#decide(transaction, row, one, operator, at));
      for (const { contributions, ...answer } of answers) {
        const id = randomUUID();
        const { outcome, text, url = null } = answer;
        await transaction
          .insertInto('contribution_answers')
          .values({ id, slug: this.#slug, at, outcome, text, url, operator })
          .execute();
        for (const each of contributions)
          await attempt(each, async (row) => {
            await changeContribution(transaction, row.id, { answer: id });
            const act = { at, event: 'answered', reason: outcome, note: text, operator } as const;
            await actInsert(transaction, row.id, act).execute();
          });
      }
      if (faults.length > 0) throw new ContributionError(faults.join('\n'));
    });
  }

  /** In the order of their keys: two of the office never wait for each other for ever. */
  async #lock(transaction: Transaction<Schema>, ids: readonly string[]): Promise<Map<string, ContributionRow>> {
    const found = await keysOf(transaction, this.#slug, [...new Set(ids)]);
    const rows = new Map<string, ContributionRow>();
    for (const id of found) {
      const row = await lockContribution(transaction, id);
      if (row) rows.set(row.public_id, row);
    }
    return rows;
  }

  async #decide(
    transaction: Transaction<Schema>,
    { id }: ContributionRow,
    { decision, reason, note }: DecisionOn,
    operator: string,
    at: number,
  ): Promise<void> {
    // As it stands by now: it may have been decided on before in the same piece of work.
    const row = (await lockContribution(transaction, id))!;
    const last = await lastDecision(transaction, id);
    const isAppealed = row.appealed === 1 && last?.event === 'appealed';
    const decided = decide(decision, { state: row.state, isAppealed });
    if (!decided) throw new ContributionError(`${row.state} does not allow “${decision}”`);
    if (decision === 'refuse') this.#requireReason(reason);
    else if (reason !== undefined) throw new ContributionError('only a refusal has a reason');
    if (isAppealed && operator === (await whoRefused(transaction, id)))
      throw new ContributionError('its author has asked for another look: somebody else than who refused it answers');
    const refused = decision === 'refuse';
    await changeContribution(transaction, id, {
      state: decided.state,
      reason: refused ? reason! : null,
      note: refused ? (note ?? null) : null,
    });
    await actInsert(transaction, id, { at, event: decided.event, reason, note, operator }).execute();
  }

  #requireReason(reason: string | undefined): void {
    const ids = this.#rules.reasons.map(({ id }) => id);
    if (reason === undefined || !ids.includes(reason))
      throw new ContributionError(`a refusal has one of the published reasons: ${ids.join(', ')}`);
  }
}

function unknown(id: string, slug: string): never {
  throw new ContributionError(`${slug} has no contribution of this name (${id})`);
}

/** How many ids go into one question to the database. */
const most = 500;

async function keysOf(db: Kysely<Schema>, slug: string, publicIds: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  for (let at = 0; at < publicIds.length; at += most) {
    const rows = await db
      .selectFrom('contributions')
      .select('id')
      .where('slug', '=', slug)
      .where('public_id', 'in', publicIds.slice(at, at + most))
      .execute();
    keys.push(...rows.map(({ id }) => id));
  }
  return keys.sort();
}

const eventsOf = (db: Kysely<Schema>, id: string) =>
  db.selectFrom('contribution_events').selectAll().where('contribution', '=', id).orderBy('seq', 'desc').limit(1);

const lastDecision = (db: Kysely<Schema>, id: string) =>
  eventsOf(db, id).where('event', '!=', 'answered').executeTakeFirst();

async function whoRefused(db: Kysely<Schema>, id: string): Promise<string | undefined> {
  const event = await eventsOf(db, id).where('event', '=', 'refused').executeTakeFirst();
  return event?.operator ?? undefined;
}
