import type { MessageAttachment, ReceiptRegistration } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { RequestRow, Schema } from '../database/schema.ts';
import { writeTogether } from '../database/write-together.ts';
import { storeDocument } from '../documents/document-store.ts';
import { seal, type MessageDocument } from '../documents/request-document.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import type { Correspondent, Entry, Registration } from '../register/entry.ts';
import { registrationText } from '../register/entry.ts';
import type { Register } from '../register/register.ts';
import { it } from './locales/it.ts';
import { shorten } from './model/applicant.ts';
import { startClock } from './model/deadline.ts';
import { clockColumns, eventInsert, numberOf, requestChange } from './request-row.ts';
import type { ProtocolOutbox } from './seams.ts';

export interface RegistrarOptions {
  readonly register: Register;
  readonly mail: MailQueue;
  readonly protocol: Pick<ProtocolOutbox, 'enqueue'>;
}

/** What of a request or message is registered. */
interface Registered {
  readonly key: string;
  readonly request: RequestRow;
  readonly direction: 'in' | 'out';
  readonly at: number;
  readonly subject: string;
  readonly document: string;
  readonly attachments: readonly MessageAttachment[];
}

type RegisteredMessage = 'addition' | 'withdrawal' | 'asked' | 'message' | 'closed';

/** Enters requests and what follows them into the register, and orders what has to follow from that. */
export class Registrar {
  readonly #options: RegistrarOptions;

  constructor(options: RegistrarOptions) {
    this.#options = options;
  }

  /** Registers the request itself: from here its clock runs. The receipt goes out by mail, if there is an address. */
  async registerRequest(
    transaction: Transaction<Schema>,
    request: RequestRow,
    facts: {
      readonly at: number;
      readonly days: number;
      readonly language: string;
      readonly attachments: readonly MessageAttachment[];
    },
  ): Promise<void> {
    const { at, days, language, attachments } = facts;
    const { id: key, subject, document } = request;
    const given = await this.#enter(transaction, { key, request, direction: 'in', at, subject, document, attachments });
    await writeTogether(transaction, [
      requestChange(transaction, key, {
        state: 'registered',
        register_code: given.code,
        register_year: given.year,
        register_number: given.number,
        registered_at: given.at,
        confirmation: null,
        ...clockColumns(startClock(given.at, days)),
      }),
      eventInsert(transaction, key, { at: given.at, event: 'registered', register: provisional(given) }),
      this.#options.mail.order(transaction, { key, template: 'receipt', language, data: {} }),
    ]);
  }

  /** Registers what was added to a request or written about it, linked to the request's own registration. */
  async registerMessage(
    transaction: Transaction<Schema>,
    request: RequestRow,
    message: Omit<MessageDocument, 'kind' | 'format' | 'request' | 'about' | 'at'> & {
      readonly about: RegisteredMessage;
      readonly at: number;
    },
  ): Promise<ReceiptRegistration> {
    const { at, about, id, attachments, from } = message;
    const number = registrationText({
      code: request.register_code!,
      year: request.register_year!,
      number: Number(request.register_number),
    });
    const sealed = seal({
      ...message,
      at: new Date(at).toISOString(),
      kind: 'message',
      format: 1,
      request: request.id,
    });
    await storeDocument(transaction, id, sealed);
    const words = it[`subject.${about}`];
    const given = await this.#enter(transaction, {
      key: id,
      request,
      direction: from === 'office' ? 'out' : 'in',
      at,
      subject: shorten(words.replace('{number}', number).replace('{subject}', () => request.subject)),
      document: sealed.sha256,
      attachments,
    });
    return provisional(given);
  }

  async #enter(transaction: Transaction<Schema>, registered: Registered): Promise<Registration> {
    const { key, request, direction, at, subject, document, attachments } = registered;
    const correspondent = JSON.parse(request.applicant) as Correspondent;
    const linkedTo = numberOf(request);
    const entry: Entry = {
      key,
      department: request.department,
      direction,
      at,
      correspondent,
      subject,
      document,
      attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
      ...(linkedTo ? { linkedTo } : {}),
    };
    const registration = await this.#options.register.register(transaction, entry);
    const { department } = request;
    const files = attachments.map(({ name, sha256, size, type }) => ({ name, sha256, size, type }));
    await this.#options.protocol.enqueue(transaction, {
      key,
      request: request.id,
      department,
      direction,
      registration,
      linkedTo,
      correspondent,
      subject,
      document,
      attachments: files,
    });
    return registration;
  }
}

const provisional = ({ code, year, number }: Registration): ReceiptRegistration => ({
  code,
  year,
  number,
  status: 'provisional',
});
