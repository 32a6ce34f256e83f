import { type MessageAttachment, type RequestMessage, type RequestStatus, type SentMessage } from '@cmto/contract';
import { isNamedAsTyped } from '@cmto/contract/rules/files/file-kinds';
import type { MockStore } from '../store/stored.ts';
import { Refusal } from './refusal.ts';

/** The six digits that the mock service sends to every address. */
export const confirmationCode = '246810';
/** How often a code may be tried. */
const tries = 5;
/** A code a minute, in milliseconds. */
const pause = 60_000;

/** What is known of the code that a request waits for. */
interface Confirmation {
  readonly left: number;
  readonly sentAt: number;
}

const over = (state: RequestStatus['state']): boolean => state === 'closed' || state === 'withdrawn';

const isPossible = (kind: SentMessage['kind'], state: RequestStatus['state']): boolean => {
  if (kind === 'appeal') return false;
  if (kind === 'confirm' || kind === 'resend-code') return state === 'unconfirmed';
  if (kind === 'addition') return !over(state) && state !== 'unconfirmed';
  return kind === 'erasure' || !over(state);
};

/** What became of the requests that a test has published, and the messages sent to them. */
export class OpenRequests {
  readonly #requests = new Map<string, RequestStatus>();
  readonly #taken = new Map<string, { readonly message: RequestMessage; readonly content: string }>();

  readonly #confirmations = new Map<string, Confirmation>();

  find(code: string): RequestStatus | undefined {
    return this.#requests.get(code);
  }

  /** Shows a request under its code, or what has become of it meanwhile. */
  show(request: RequestStatus): void {
    this.#requests.set(request.receiptCode, request);
  }

  clear(): void {
    this.#requests.clear();
    this.#taken.clear();
    this.#confirmations.clear();
  }

  /** Whether a message has this key. */
  hasTaken(key: string): boolean {
    return this.#taken.has(key);
  }

  /** Takes a message in, each key once; throws the problem there is. */
  async take(
    code: string,
    id: string,
    sent: SentMessage,
    now: number,
    store: MockStore,
  ): Promise<{ message: RequestMessage; replayed: boolean }> {
    const content = JSON.stringify([code, sent]);
    const earlier = this.#taken.get(id);
    if (earlier && earlier.content !== content) throw new Refusal('idempotency.mismatch');
    if (earlier) return { message: earlier.message, replayed: true };
    const request = this.#requests.get(code);
    if (!request) throw new Refusal('receipt.not-found');
    if (await store.find(id)) throw new Refusal('idempotency.mismatch');
    const { kind, text, attachments = [] } = sent;
    checkNames(attachments);
    for (const [at, { sha256 }] of attachments.entries()) {
      if (await store.findFile(id, sha256)) continue;
      const error = { pointer: `/attachments/${at}`, code: 'attachment.missing', message: `${sha256} has not arrived` };
      throw new Refusal('attachment.missing', { errors: [error] });
    }
    if (!isPossible(kind, request.state)) throw new Refusal('message.not-possible');
    if (kind === 'confirm') this.#try(request, sent.code);
    if (kind === 'resend-code') this.#resend(request, now);
    const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
    const message: RequestMessage = {
      id,
      at,
      from: 'applicant',
      kind,
      ...(text ? { text } : {}),
      attachments: [...attachments],
    };
    this.#taken.set(id, { message, content });
    this.show(after(request, message));
    return { message, replayed: false };
  }

  #confirmationOf({ receiptCode, receivedAt }: RequestStatus): Confirmation {
    return this.#confirmations.get(receiptCode) ?? { left: tries, sentAt: Date.parse(receivedAt) };
  }

  /** Throws for a wrong code, and for any once too many were wrong. */
  #try(request: RequestStatus, code: string | undefined): void {
    const { left, sentAt } = this.#confirmationOf(request);
    if (left === 0) throw new Refusal('message.code-expired');
    if (code === confirmationCode) return;
    this.#confirmations.set(request.receiptCode, { left: left - 1, sentAt });
    throw new Refusal('message.code-wrong');
  }

  #resend(request: RequestStatus, now: number): void {
    const elapsed = now - this.#confirmationOf(request).sentAt;
    if (elapsed >= 0 && elapsed < pause)
      throw new Refusal('request.rate-limited', { headers: { 'Retry-After': '60' } });
    this.#confirmations.set(request.receiptCode, { left: tries, sentAt: now });
  }
}

const checkNames = (attachments: readonly MessageAttachment[]): void => {
  const errors = attachments.flatMap(({ name, type }, at) =>
    isNamedAsTyped(name, type)
      ? []
      : [{ pointer: `/attachments/${at}`, code: 'answer.file-type', message: 'The name does not fit the type' }],
  );
  if (errors.length > 0) throw new Refusal('submission.invalid', { errors });
};

/** What a message makes of a request. */
const after = (request: RequestStatus, message: RequestMessage): RequestStatus => {
  const { kind, at } = message;
  const messages = [...request.messages, message];
  switch (kind) {
    case 'addition': {
      const { asked: _, ...rest } = request;
      const state = request.state === 'waiting' ? 'in-charge' : request.state;
      return { ...rest, state, messages, timeline: [...request.timeline, { at, event: 'added' }] };
    }
    case 'withdrawal':
      return {
        ...request,
        state: 'withdrawn',
        messages,
        timeline: [...request.timeline, { at, event: 'withdrawn' }],
      };
    case 'confirm': {
      const register = request.register ?? { code: 'CMTO-RI', year: 2026, number: '0000042', status: 'provisional' };
      const timeline = [
        ...request.timeline,
        { at, event: 'confirmed' as const },
        { at, event: 'registered' as const, register },
      ];
      return { ...request, state: 'registered', register, messages, timeline };
    }
    default:
      return { ...request, messages };
  }
};
