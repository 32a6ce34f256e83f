import { randomUUID } from 'node:crypto';
import type { OfficialNumber, OutcomeKind, RequestMessage } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { RequestRow, Schema } from '../database/schema.ts';
import type { StateEvent } from '../mail/letter-order.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import type { AnnulmentQueue } from '../protocol/annulment-queue.ts';
import type { Act } from '../register/entry.ts';
import type { Register } from '../register/register.ts';
import { toInstant } from '../surveys/definition.ts';
import { messageHash, numberMessage } from './message-row.ts';
import type { Enclosed } from './office-files.ts';
import { suspend } from './model/deadline.ts';
import { stateAfter, type Move } from './model/state-machine.ts';
import type { Registrar } from './registrar.ts';
import { RequestError } from './request-error.ts';
import type { ProtocolTask } from './seams.ts';
import {
  addEvent,
  changeRequest,
  clockColumns,
  clockOf,
  lockRequest,
  numberOf,
  registrationOf,
  stateOf,
} from './request-row.ts';

export interface ProcedureOptions {
  readonly db: Kysely<Schema>;
  readonly register: Register;
  readonly registrar: Registrar;
  readonly annulments: Pick<AnnulmentQueue, 'order'>;
  readonly mail: MailQueue;
  readonly now: () => number;
}

/** What the office writes to an applicant, and who of it does. */
export interface Words {
  readonly operator: string;
  readonly text: string;
  /** The files that go with it, kept under the key that the message is to have. */
  readonly enclosed?: Enclosed;
}

/** What somebody in the office does to a request. */
interface Doing {
  readonly transaction: Transaction<Schema>;
  readonly request: RequestRow;
  readonly language: string;
  readonly at: number;
  readonly operator: string;
}

/** What the office does: each act is one transaction, recorded with who did it. Throws a `RequestError` for what cannot be. */
export class Procedure {
  readonly #options: ProcedureOptions;

  constructor(options: ProcedureOptions) {
    this.#options = options;
  }

  take(id: string, operator: string): Promise<void> {
    return this.#do(id, operator, async ({ transaction, request, language, at }) => {
      await changeRequest(transaction, id, { state: requireMove(request, 'take') });
      await addEvent(transaction, id, { at, event: 'taken', operator });
      await this.#tell(transaction, id, language, 'taken');
    });
  }

  /** Asks for what is missing. The clock stands still, once and for 30 days at most (law 241/1990 art. 2 c. 7). */
  ask(id: string, words: Words, dueAt?: number): Promise<void> {
    const { operator, text } = words;
    return this.#do(id, operator, async (doing) => {
      const { transaction, request, language, at } = doing;
      if (dueAt !== undefined && dueAt <= at) throw new RequestError('The day by which to answer is not in the future');
      const state = requireMove(request, 'ask');
      const message = await this.#write(doing, 'asked', words);
      const due = dueAt === undefined ? {} : { dueAt: toInstant(dueAt) };
      await changeRequest(transaction, id, {
        state,
        asked: JSON.stringify({ messageId: message.id, text, ...due }),
        ...clockColumns(suspend(clockOf(request)!, at)),
      });
      await addEvent(transaction, id, { at, event: 'asked', note: text, register: message.register, operator });
      const data = dueAt === undefined ? {} : { dueAt };
      await this.#options.mail.enqueue(transaction, { key: id, template: 'asked', language, data });
    });
  }

  /** Writes to the applicant; nothing else changes. */
  message(id: string, words: Words): Promise<void> {
    const { operator } = words;
    return this.#do(id, operator, async (doing) => {
      const { transaction, request, language, at } = doing;
      if (request.register_code === null) throw new RequestError('The request is not registered: it was not confirmed');
      const { register } = await this.#write(doing, 'message', words);
      await addEvent(transaction, id, { at, event: 'message', register, operator });
      await this.#options.mail.enqueue(transaction, { key: id, template: 'message', language, data: {} });
    });
  }

  /** Concludes the procedure, with reasons (law 241/1990 arts. 2 and 3). */
  close(id: string, kind: OutcomeKind, words: Words): Promise<void> {
    const { operator, text: reasons } = words;
    return this.#do(id, operator, async (doing) => {
      const { transaction, request, language, at } = doing;
      const state = requireMove(request, 'close');
      const { register } = await this.#write(doing, 'closed', words);
      await changeRequest(transaction, id, { state, outcome: JSON.stringify({ kind, reasons }), asked: null });
      await addEvent(transaction, id, { at, event: 'closed', note: reasons, register, operator });
      await this.#options.mail.enqueue(transaction, { key: id, template: 'closed', language, data: {} });
    });
  }

  /** Annuls the registration by another row of the register (DPR 445/2000 art. 54); the request is archived. */
  annul(id: string, act: Act): Promise<void> {
    return this.#do(id, act.operator, async ({ transaction, request, language, at }) => {
      const number = numberOf(request);
      if (!number) throw new RequestError('The request is not registered: there is nothing to annul');
      const outcome = request.outcome ?? JSON.stringify({ kind: 'archived', reasons: act.reason });
      await changeRequest(transaction, id, { annulled: 1, state: 'closed', outcome, asked: null });
      const register = registrationOf({ ...request, annulled: 1 });
      await addEvent(transaction, id, { at, event: 'annulled', note: act.reason, register, operator: act.operator });
      await this.#tell(transaction, id, language, 'annulled');
      await this.#options.annulments.order(transaction, id, act);
      await this.#options.register.annul(transaction, { ...number, ...act, at });
    });
  }

  /**
   * The official register has given a request, or what was added or written to it, its number. The same number again
   * changes nothing. Only the request's own is told by mail.
   */
  async numbered(
    transaction: Transaction<Schema>,
    { key, request: id }: Pick<ProtocolTask, 'key' | 'request'>,
    official: OfficialNumber,
  ): Promise<void> {
    const request = await lockRequest(transaction, id);
    const json = JSON.stringify(official);
    if (!request || request.official === json) return;
    const at = this.#options.now();
    const told = { at, event: 'official-number', official } as const;
    if (key !== id) {
      const register = await numberMessage(transaction, key);
      if (register) await addEvent(transaction, id, { ...told, register });
      return;
    }
    await changeRequest(transaction, id, { official: json });
    await addEvent(transaction, id, { ...told, register: registrationOf({ ...request, official: json }) });
    await this.#tell(transaction, id, await languageOf(transaction, id), 'official-number');
  }

  #do(id: string, operator: string, act: (doing: Doing) => Promise<void>): Promise<void> {
    return this.#options.db.transaction().execute(async (transaction) => {
      const request = await lockRequest(transaction, id);
      if (!request) throw new RequestError('There is no such request');
      if (request.annulled === 1) throw new RequestError('The registration of this request was annulled');
      const language = await languageOf(transaction, id);
      await act({ transaction, request, language, at: this.#options.now(), operator });
    });
  }

  /** A message of the office's: registered as outgoing, and kept. */
  async #write(
    { transaction, request, language, at, operator }: Doing,
    kind: 'asked' | 'message' | 'closed',
    { text, enclosed = { id: randomUUID(), attachments: [] } }: Words,
  ): Promise<Pick<RequestMessage, 'id' | 'register'>> {
    const { id, attachments } = enclosed;
    const sent = { id, from: 'office', about: kind, at, text, attachments } as const;
    const register = await this.#options.registrar.registerMessage(transaction, request, sent);
    await transaction
      .insertInto('request_messages')
      .values({
        id,
        request: request.id,
        at,
        sender: 'office',
        kind,
        language,
        text,
        attachments: JSON.stringify(attachments),
        content_hash: messageHash({ kind: 'addition', text, attachments: [...attachments] }),
        register: JSON.stringify(register),
        operator,
      })
      .execute();
    return { id, register };
  }

  #tell(transaction: Transaction<Schema>, key: string, language: string, event: StateEvent): Promise<void> {
    return this.#options.mail.enqueue(transaction, { key, template: 'state', language, data: { event } });
  }
}

function requireMove(request: RequestRow, move: Move): string {
  const state = stateAfter(stateOf(request), move);
  if (state === undefined) throw new RequestError(`A request that is ${request.state} does not allow that`);
  return state;
}

async function languageOf(db: Kysely<Schema>, id: string): Promise<string> {
  const row = await db.selectFrom('responses').select('language').where('id', '=', id).executeTakeFirst();
  return row?.language ?? 'it';
}
