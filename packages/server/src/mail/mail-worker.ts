import type { FastifyBaseLogger } from 'fastify';
import { backOff, giveUpAfter } from './back-off.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { LetterOrder } from './letter-order.ts';
import type { Claimed, MailQueue } from './mail-queue.ts';
import type { MailServer } from './mail-server.ts';
import type { RequestFacts } from './request-facts.ts';
import { writeLetter } from './write-letter.ts';

/** What a letter is written from, looked up when it is sent. */
export interface Correspondence {
  /** Undefined: the request is erased, and nobody is to be written to about it. */
  readonly facts: RequestFacts;
  /** The applicant's, if one was left. */
  readonly address: string | undefined;
}

export interface MailWorkerOptions {
  readonly queue: MailQueue;
  readonly server: MailServer;
  lookUp(key: string): Promise<Correspondence | undefined>;
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  readonly chance?: () => number;
}

/**
 * Sends what is due. At least once: whoever dies between the mail server's yes and our own note of it leaves a letter
 * that is sent again under the same Message-ID.
 */
export class MailWorker {
  readonly #options: MailWorkerOptions;
  #stopped = false;

  constructor(options: MailWorkerOptions) {
    this.#options = options;
  }

  /** Sends one letter after the other until none is due. */
  async work(): Promise<void> {
    const { queue } = this.#options;
    while (!this.#stopped) {
      const letter = await queue.claim();
      if (letter) await this.#send(letter);
      // Of two that reach for the same letter one gets nothing, though others are due.
      else if (!(await queue.isDue())) return;
    }
  }

  /** Finishes the letter in hand and takes no more. */
  stop(): void {
    this.#stopped = true;
  }

  async #send(letter: Claimed): Promise<void> {
    const { queue, server, lookUp } = this.#options;
    const found = await lookUp(letter.key);
    const to = letter.office ?? found?.address;
    // Erased meanwhile, or never left an address.
    if (!found || to === undefined) return queue.dropped(letter);
    const written = writeLetter(orderOf(letter), found.facts);
    const refusal = await server.send({
      id: letter.id,
      to,
      subject: written.subject,
      text: letterText(written),
      html: await letterHtml(written),
      language: written.language,
      date: new Date(letter.createdAt),
    });
    if (!refusal) return queue.sent(letter);
    return this.#refused(letter, refusal.problem, refusal.isFinal);
  }

  #refused(letter: Claimed, problem: string, isFinal: boolean): Promise<void> {
    const { queue, now, log, chance = Math.random } = this.#options;
    const { template, attempts } = letter;
    if (isFinal || now() - letter.createdAt > giveUpAfter) {
      log.warn({ id: letter.id, template, attempts, problem }, 'A letter cannot be delivered');
      return queue.failed(letter, problem);
    }
    return queue.postponed(letter, now() + backOff(attempts, chance()), problem);
  }
}

const orderOf = ({ template, language, data }: Claimed): Pick<LetterOrder, 'template' | 'data' | 'language'> =>
  ({ template, language, data: JSON.parse(data) }) as Pick<LetterOrder, 'template' | 'data' | 'language'>;
