import { isEmail } from '@cmto/contract';
import { createTransport, type Transporter } from 'nodemailer';
import { addressOf, domainOf } from './sender.ts';

/** A message as a mail server gets it. */
export interface Message {
  /** Stays the same however often it is sent, so that a mailbox can tell that it has it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly date: Date;
}

/** Why a message was not taken. */
export interface Refusal {
  /** Whether the same message would be refused again: the address or the content, not the service. */
  readonly isFinal: boolean;
  /** The step and the code, as `RCPT TO 550`: the server's own words quote addresses. */
  readonly problem: string;
}

export interface MailServer {
  /** Resolves when the server has taken the message; undefined: it has. Never rejects. */
  send(message: Message): Promise<Refusal | undefined>;
  close(): void;
}

export interface MailServerOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  readonly from: string;
  /** Milliseconds one message may take. */
  readonly patience?: number;
}

/** A mail server, by SMTP. */
export function openMailServer({ url, from, patience = 90_000 }: MailServerOptions): MailServer {
  const transport = openTransport(url);
  return {
    send: async ({ id, to, subject, text, html, language, date }) => {
      // Whatever came to be kept as an address: one mailbox gets the letter, or nobody.
      if (!isEmail(to)) return { isFinal: true, problem: 'address' };
      try {
        await transport.sendMail({
          messageId: `<${id}@${domainOf(from)}>`,
          from,
          to: { name: '', address: to },
          envelope: { from: addressOf(from), to: [to] },
          subject,
          text,
          html,
          date,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          signal: AbortSignal.timeout(patience),
        });
        return undefined;
      } catch (error) {
        return toRefusal(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A way to the mail server that an address names, under the rules that hold for all mail of ours. */
export function openTransport(url: string): Transporter {
  const { hostname } = new URL(url);
  return createTransport({
    pool: true,
    // What stands in the address wins over what follows.
    url,
    // Letters hold codes and links: not in the clear through a network, unless the address says `?requireTLS=false`.
    requireTLS: !isLoopback(hostname),
    maxConnections: 4,
    // Trying again is the queue's work.
    maxRequeues: 0,
    idleTimeout: 10_000,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || host.startsWith('127.');

/**
 * An answer of 5xx to the recipient or the content is about this message. The same code while connecting, signing in or
 * naming ourselves is about us: mended there, every letter goes.
 */
export function toRefusal(error: unknown): Refusal {
  const { responseCode, command, code, name } = error as Error & {
    responseCode?: number;
    command?: string;
    code?: string;
  };
  const isAboutMessage = /^(?:RCPT TO|DATA)/.test(command ?? '');
  const isPermanent = responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
  return {
    isFinal: isPermanent && isAboutMessage,
    problem: [command, responseCode ?? code ?? name].filter(Boolean).join(' '),
  };
}
