import type { Random } from '../random.ts';
import type { Message } from './message-reader.ts';

interface Waiting {
  readonly request: Message;
  /** How many other requests go first. */
  left: number;
}

/** Requests that arrive a second time, each after a number of others. */
export class Replays {
  readonly #send: (request: Message) => Promise<unknown>;
  #waiting: Waiting[] = [];
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(send: (request: Message) => Promise<unknown>) {
    this.#send = send;
  }

  add(request: Message, random: Random): void {
    this.#waiting.push({ request, left: random.between(1, 200) });
  }

  /** Another request has come: whose turn it is now is sent, and nobody waits for it. */
  turn(): void {
    for (const waiting of this.#waiting) waiting.left -= 1;
    const due = this.#waiting.filter(({ left }) => left <= 0);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    for (const { request } of due) this.#start(request);
  }

  async sendAll(): Promise<void> {
    for (const { request } of this.#waiting.splice(0)) this.#start(request);
    await Promise.all(this.#underWay);
  }

  #start(request: Message): void {
    // A server that is away just now refuses it: then this request has not arrived twice.
    const sending = this.#send(request)
      .catch(() => undefined)
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }
}
