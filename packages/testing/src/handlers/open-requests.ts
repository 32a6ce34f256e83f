import { type RequestMessage, type RequestStatus, type SentMessage, type SentMessageKind } from '@cmto/contract';
import type { MockStore } from '../store/stored.ts';
import { Refusal } from './refusal.ts';

/** The six digits that the mock service sends to every address. */
export const confirmationCode = '246810';

const over = (state: RequestStatus['state']): boolean => state === 'closed' || state === 'withdrawn';

const isPossible = (kind: SentMessageKind, state: RequestStatus['state']): boolean => {
  if (kind === 'confirm' || kind === 'resend-code') return state === 'unconfirmed';
  if (kind === 'addition') return !over(state) && state !== 'unconfirmed';
  return kind === 'erasure' || !over(state);
};

/** What became of the requests that a test has published, and the messages sent to them. */
export class OpenRequests {
  readonly #requests = new Map<string, RequestStatus>();
  readonly #taken = new Map<string, { readonly message: RequestMessage; readonly content: string }>();

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
    const { kind, text, attachments = [] } = sent;
    if (!isPossible(kind, request.state)) throw new Refusal('message.not-possible');
    if (kind === 'confirm' && sent.code !== confirmationCode) throw new Refusal('message.code-wrong');
    for (const [at, { sha256 }] of attachments.entries()) {
      if (await store.findFile(id, sha256)) continue;
      const error = { pointer: `/attachments/${at}`, code: 'attachment.missing', message: `${sha256} has not arrived` };
      throw new Refusal('attachment.missing', { errors: [error] });
    }
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
}

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
