import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Lifetime } from './database.ts';

/** Where a mail server says no. */
export type Step = 'connect' | 'from' | 'to' | 'data';

/** A message that arrived, with the envelope it came in. */
export interface Arrived {
  readonly to: string;
  readonly from: string;
  readonly raw: string;
  readonly email: Email;
}

/** A real mail server on this machine, which can refuse as real ones do. */
export class SmtpOffice {
  readonly arrived: Arrived[] = [];
  /** Called when a message has arrived, before its sender hears of it. */
  before: (email: Email) => void = () => undefined;
  /** How often a message was brought, taken or not. */
  brought = 0;
  readonly url: string;
  readonly #refusals: Partial<Record<Step, number>> = {};
  #dying = false;
  #arrival: (() => void) | undefined;

  private constructor(url: string) {
    this.url = url;
  }

  static async open(test: Lifetime): Promise<SmtpOffice> {
    const server = new SMTPServer({
      logger: false,
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => done(office.#refusal('connect')),
      onMailFrom: (_address, _session, done) => done(office.#refusal('from')),
      onRcptTo: (_address, _session, done) => done(office.#refusal('to')),
      onData: (stream, { envelope }, done) => {
        void office.#read(stream, envelope, done);
      },
    });
    server.on('error', () => undefined);
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const office: SmtpOffice = new SmtpOffice(`smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`);
    test.after(async () => {
      for (const connection of server.connections) connection.close();
      server.close();
    });
    return office;
  }

  /** Says no at a step from now on, with a code; without one, yes again. */
  refuse(step: Step, code?: number): void {
    if (code === undefined) delete this.#refusals[step];
    else this.#refusals[step] = code;
  }

  /** The next message arrives, but the sender never hears of it. */
  dieAfterNext(): void {
    this.#dying = true;
  }

  /** Resolves when the next message is here. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrival = resolve;
    });
  }

  #refusal(step: Step): Error | null {
    const code = this.#refusals[step];
    return code === undefined ? null : Object.assign(new Error('no, ada@example.it'), { responseCode: code });
  }

  async #read(
    stream: NodeJS.ReadableStream & { on(event: 'data', heard: (chunk: Buffer) => void): unknown },
    envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    try {
      await once(stream, 'end');
    } catch {
      // The sender died on the way: what has not come whole has not come.
      return;
    }
    this.brought += 1;
    const refusal = this.#refusal('data');
    if (refusal) return done(refusal);
    const raw = Buffer.concat(chunks).toString();
    const email = await PostalMime.parse(raw);
    this.arrived.push({
      to: envelope.rcptTo.map(({ address }) => address).join(),
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      raw,
      email,
    });
    this.before(email);
    this.#arrival?.();
    if (!this.#dying) return done();
    this.#dying = false;
    done(Object.assign(new Error('gone'), { responseCode: 421 }));
  }
}
