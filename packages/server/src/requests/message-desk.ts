import type { KeyObject } from 'node:crypto';
import type { RequestMessage, SentMessage } from '@cmto/contract';
import { isNamedAsTyped } from '@cmto/contract/rules/files/file-kinds';
import { sentMessageSchema } from '@cmto/contract/schemas';
import type { Kysely, Transaction } from 'kysely';
import type { AttachmentRegister } from '../attachments/attachment-register.ts';
import type { RequestMessageRow, ResponseRow, Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readBody } from '../http/read-body.ts';
import { InFlight } from '../intake/in-flight.ts';
import type { NotStored, ResponseStore } from '../intake/response-store.ts';
import type { LetterData } from '../mail/letter-order.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import { hashReceiptCode, readReceiptCode } from '../receipts/receipt-code.ts';
import { contributionRecipient } from '../contributions/author-messages.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { isConsultation, isService, type Published } from '../surveys/published-survey.ts';
import { confirm, resendCode } from './confirmation.ts';
import { messageHash, readMessage, toMessage } from './message-row.ts';
import { resume } from './model/deadline.ts';
import type { Registrar } from './registrar.ts';
import type { RequestWriter } from './request-writer.ts';
import { addEvent, changeRequest, clockColumns, clockOf, lockRequest } from './request-row.ts';
import { requireState, type Recipient, type Taken, type Taking } from './taking.ts';

export interface MessageDeskOptions {
  readonly db: Kysely<Schema>;
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly attachments: AttachmentRegister;
  readonly registrar: Registrar;
  readonly writer: RequestWriter;
  readonly mail: MailQueue;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly inFlightLimit: number;
}

/** Takes in what the holder of a receipt sends to a request or a contribution: each message once, however often it comes. */
export class MessageDesk {
  readonly #options: MessageDeskOptions;
  readonly #inFlight: InFlight;

  constructor(options: MessageDeskOptions) {
    this.#options = options;
    this.#inFlight = new InFlight(options.inFlightLimit);
  }

  /** Throws the problem that says why a message is not taken. */
  async post(typed: string, key: string, body: unknown): Promise<{ message: RequestMessage; replayed: boolean }> {
    const sent = readBody(sentMessageSchema, body);
    const code = readReceiptCode(typed);
    const row = code && (await this.#options.responses.findByReceipt(hashReceiptCode(code)));
    if (!row) throw new ProblemError('receipt.not-found');
    const recipient = this.#recipientOf(await this.#options.catalogue.published(row.survey_slug), row, key, sent);
    // The receipt of an answer takes none.
    if (!recipient) throw new ProblemError('message.not-possible');
    return this.#inFlight.alone(key, () => this.#decide(row, key, sent, recipient));
  }

  #recipientOf(
    published: Published | undefined,
    row: ResponseRow,
    key: string,
    sent: SentMessage,
  ): Recipient | undefined {
    if (isConsultation(published)) return contributionRecipient(row.id, sent);
    if (!isService(published)) return undefined;
    const { days } = (published.versions.get(row.form_version) ?? published.current).definition.procedure;
    return async (transaction, at) => {
      const request = await lockRequest(transaction, row.id);
      return request && (() => this.#take({ transaction, request, row, key, sent, days, at }));
    };
  }

  async #decide(row: ResponseRow, key: string, sent: SentMessage, lock: Recipient) {
    const { db, responses } = this.#options;
    const { attachments = [] } = sent;
    const earlier = await earlierMessage(db, row, key, sent);
    if (earlier) return earlier;
    requireFree(await responses.find(key));
    checkNames(sent);
    if (attachments.length > 0) {
      const files = attachments.map((file) => ({ ...file, field: 'message' }));
      await this.#options.attachments.require(key, files);
    }
    const outcome = await this.#options.writer.write(async (transaction) => {
      const at = this.#options.now();
      const take = await lock(transaction, at);
      if (!take) throw new ProblemError('submission.erased');
      // Another server may have been quicker; from here on it waits for us.
      requireFree(await responses.reserve(transaction, key));
      const known = await earlierMessage(transaction, row, key, sent);
      if (known) return known;
      const taken = await take();
      if (taken instanceof ProblemError) return taken;
      const message = toRow({ id: row.id, key, sent, at }, taken.register);
      await transaction.insertInto('request_messages').values(message).execute();
      return { message: toMessage(message), replayed: false };
    });
    if (outcome instanceof ProblemError) throw outcome;
    return outcome;
  }

  #take(taking: Taking): Promise<Taken> {
    switch (taking.sent.kind) {
      case 'addition':
        return this.#add(taking);
      case 'withdrawal':
        return this.#withdraw(taking);
      case 'confirm':
        return confirm(this.#options, taking);
      case 'resend-code':
        return resendCode(this.#options, taking);
      case 'erasure':
        return askErasure(taking);
      case 'appeal':
        throw new ProblemError('message.not-possible');
    }
  }

  /** A registration of its own, linked to the request's; the clock goes on if it stood. */
  async #add({ transaction, request, row, key, sent, at }: Taking): Promise<Taken> {
    const state = requireState(request, 'add');
    const register = await this.#register({ transaction, request, key, sent, at }, 'addition');
    const clock = clockOf(request)!;
    await changeRequest(transaction, request.id, { state, asked: null, ...clockColumns(resume(clock, at)) });
    await addEvent(transaction, request.id, { at, event: 'added', register });
    await this.#tell(transaction, row, { event: 'added', ...(clock.suspendedAt === null ? {} : { resumed: true }) });
    return { register: JSON.stringify(register) };
  }

  async #withdraw({ transaction, request, row, key, sent, at }: Taking): Promise<Taken> {
    const state = requireState(request, 'withdraw');
    // What was never confirmed was never registered: there is nothing to withdraw from in the register.
    const isRegistered = request.register_code !== null;
    const register = isRegistered
      ? await this.#register({ transaction, request, key, sent, at }, 'withdrawal')
      : undefined;
    await changeRequest(transaction, request.id, { state, asked: null, confirmation: null });
    await addEvent(transaction, request.id, { at, event: 'withdrawn', register });
    if (isRegistered) await this.#tell(transaction, row, { event: 'withdrawn' });
    return { register: register ? JSON.stringify(register) : null };
  }

  #register(
    { transaction, request, key, sent, at }: Pick<Taking, 'transaction' | 'request' | 'key' | 'sent' | 'at'>,
    about: 'addition' | 'withdrawal',
  ) {
    const { text, attachments = [] } = sent;
    const message = { id: key, from: 'applicant' as const, about, at, attachments, ...(text ? { text } : {}) };
    return this.#options.registrar.registerMessage(transaction, request, message);
  }

  #tell(transaction: Transaction<Schema>, { id, language }: ResponseRow, data: LetterData['state']): Promise<void> {
    const order = { key: id, template: 'state', language: language ?? 'it', data } as const;
    return this.#options.mail.enqueue(transaction, order);
  }
}

/** What was taken under this key before; throws where it was another message. */
async function earlierMessage(db: Kysely<Schema>, { id }: ResponseRow, key: string, sent: SentMessage) {
  const known = await readMessage(db, key);
  if (!known) return undefined;
  if (known.request !== id || known.content_hash !== messageHash(sent)) throw new ProblemError('idempotency.mismatch');
  return { message: toMessage(known), replayed: true };
}

/** A key is one on the whole server: throws where a submission has it, or had it. */
function requireFree(holder: NotStored | undefined): void {
  if (holder) throw new ProblemError(holder.kind === 'erased' ? 'submission.erased' : 'idempotency.mismatch');
}

/** What the office does with it is the office's decision: what is registered may have to be kept (GDPR art. 17(3)). */
async function askErasure({ transaction, request, at }: Taking): Promise<Taken> {
  await addEvent(transaction, request.id, { at, event: 'message' });
  return { register: null };
}

function checkNames({ attachments = [] }: SentMessage): void {
  const errors = attachments.flatMap(({ name, type }, at) =>
    isNamedAsTyped(name, type)
      ? []
      : [{ pointer: `/attachments/${at}`, code: 'answer.file-type', message: 'The name does not fit the type' }],
  );
  if (errors.length > 0) throw new ProblemError('submission.invalid', { errors });
}

const toRow = (
  { id, key, sent, at }: Pick<Taking, 'key' | 'sent' | 'at'> & { readonly id: string },
  register: string | null,
): RequestMessageRow => ({
  id: key,
  request: id,
  at,
  sender: 'applicant',
  kind: sent.kind,
  language: sent.language,
  text: sent.text ?? null,
  attachments: JSON.stringify(sent.attachments ?? []),
  content_hash: messageHash(sent),
  register,
  operator: null,
});
