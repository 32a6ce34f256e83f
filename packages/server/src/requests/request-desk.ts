import type { KeyObject } from 'node:crypto';
import type { Attachment, OfficialNumber, Receipt, RequestStatus, TimelineEntry } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { RequestRow, ResponseRow, Schema } from '../database/schema.ts';
import type { RequestFacts } from '../mail/request-facts.ts';
import { officialOf } from '../protocol/given-number.ts';
import { receiptCodeOf } from '../receipts/receipt-code.ts';
import { toReceipt } from '../receipts/receipt.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { toInstant } from '../surveys/definition.ts';
import { toMessage } from './message-row.ts';
import { markAnnulled } from './model/mark-annulled.ts';
import { deadlineAt } from './model/deadline.ts';
import { isPending } from './model/state-machine.ts';
import { clockOf, readRequest, registrationOf, stateOf } from './request-row.ts';

export interface RequestDeskOptions {
  readonly db: Kysely<Schema>;
  readonly catalogue: Catalogue;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly publicUrl: () => string;
}

/** Kinds of messages that carry nothing to read. */
const silent = ['confirm', 'resend-code'];

/** Tells how a request stands. */
export class RequestDesk {
  readonly #options: RequestDeskOptions;

  constructor(options: RequestDeskOptions) {
    this.#options = options;
  }

  /** The receipt of a request that is stored. */
  async receipt(row: ResponseRow, code: string): Promise<Receipt> {
    const { db, publicUrl } = this.#options;
    const request = await readRequest(db, row.id);
    return withRegister(toReceipt(row, code, publicUrl()), request);
  }

  /** All that became of it, for who holds its code. Undefined: the service is gone, or there is no such request. */
  async status(row: ResponseRow, code: string): Promise<RequestStatus | undefined> {
    const { db, catalogue, publicUrl } = this.#options;
    const published = await catalogue.service(row.survey_slug);
    const request = await readRequest(db, row.id);
    if (!published || !request) return undefined;
    const { definition } = published.versions.get(row.form_version) ?? published.current;
    const { title, unit, officer, contacts, days, silence, steps } = definition.procedure;
    const receipt = withRegister(toReceipt(row, code, publicUrl()), request);
    const messages = await this.#messages(row.id);
    return {
      ...receipt,
      kind: 'request',
      slug: request.slug,
      title: definition.title,
      language: row.language ?? definition.languages[0]!,
      subject: request.subject,
      isFormal: request.formal === 1,
      ...(request.official === null ? {} : { official: JSON.parse(request.official) as OfficialNumber }),
      state: stateOf(request),
      procedure: {
        title,
        unit,
        ...(officer === undefined ? {} : { officer }),
        contacts,
        days,
        silence,
        ...this.#clock(request),
        ...(steps === undefined ? {} : { steps }),
      },
      ...(request.outcome === null ? {} : { outcome: JSON.parse(request.outcome) as RequestStatus['outcome'] & {} }),
      ...(request.asked === null ? {} : { asked: JSON.parse(request.asked) as RequestStatus['asked'] & {} }),
      timeline: markAnnulled(await this.#timeline(row.id), [receipt, ...messages]),
      messages,
      attachments: JSON.parse(row.attachments) as Attachment[],
    };
  }

  /** What letters about a request tell, with the applicant's address. Undefined: it is erased. */
  async correspondence(key: string): Promise<{ facts: RequestFacts; address: string | undefined } | undefined> {
    const { db, secret } = this.#options;
    const row = await db.selectFrom('responses').selectAll().where('id', '=', key).executeTakeFirst();
    const facts = row && (await this.status(row, receiptCodeOf(secret, key)));
    if (!facts) return undefined;
    const contact = await db.selectFrom('request_contacts').select('email').where('key', '=', key).executeTakeFirst();
    return { facts, address: contact?.email };
  }

  #clock(request: RequestRow): { deadline?: string; suspendedAt?: string } {
    const clock = clockOf(request);
    if (!clock) return {};
    const stands = clock.suspendedAt !== null && isPending(stateOf(request));
    return {
      deadline: toInstant(deadlineAt(clock, stands ? this.#options.now() : 0)),
      ...(stands ? { suspendedAt: toInstant(clock.suspendedAt!) } : {}),
    };
  }

  async #timeline(request: string): Promise<TimelineEntry[]> {
    const rows = await this.#options.db
      .selectFrom('request_events')
      .select(['at', 'event', 'note', 'register', 'official'])
      .where('request', '=', request)
      .orderBy('seq')
      .execute();
    return rows.map(({ at, event, note, register, official }) => ({
      at: toInstant(at),
      event: event as TimelineEntry['event'],
      ...(note === null ? {} : { note }),
      ...(register === null ? {} : { register: JSON.parse(register) as TimelineEntry['register'] & {} }),
      ...(official === null ? {} : { official: JSON.parse(official) as TimelineEntry['official'] & {} }),
    }));
  }

  async #messages(request: string) {
    const rows = await this.#options.db
      .selectFrom('request_messages')
      .leftJoin('protocol_tasks', 'protocol_tasks.key', 'request_messages.id')
      .selectAll('request_messages')
      .select(['official_register', 'official_number', 'official_date'])
      .where('request_messages.request', '=', request)
      .where('kind', 'not in', silent)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map((row) => toMessage(row, officialOf(row)));
  }
}

function withRegister(receipt: Receipt, request: RequestRow | undefined): Receipt {
  const register = request && registrationOf(request);
  return register ? { ...receipt, register } : receipt;
}
