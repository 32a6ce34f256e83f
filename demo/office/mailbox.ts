import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A letter that the trial's server has written. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const most = 50;

/** A real mail server on this machine that keeps what it is given in memory, and passes nothing on. */
export class DemoMailbox {
  /** Newest first. */
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;

  /** `arrived` hears of every letter. */
  constructor(arrived: () => void) {
    this.#server = new SMTPServer({
      logger: false,
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then(({ subject = '', text = '' }) => {
            const to = envelope.rcptTo.map(({ address }) => address).join(', ');
            this.letters.unshift({ to, subject, text });
            this.letters.splice(most);
            arrived();
            done();
          }, done);
        });
      },
    });
    // A connection that breaks is the sender's affair, which tries again.
    this.#server.on('error', () => undefined);
  }

  /** Listens on this machine alone; gives what the server has to know. */
  async open(): Promise<Readonly<Record<string, string>>> {
    const listening = this.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return {
      CMTO_SMTP_URL: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
      CMTO_MAIL_FROM: 'Prova del kit di partecipazione <non-rispondere@example.org>',
    };
  }
}
