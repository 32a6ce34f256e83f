import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { keepMailing } from './keep-mailing.ts';
import type { MailQueue } from './mail-queue.ts';
import { openMailServer } from './mail-server.ts';
import { MailWorker, type Correspondence } from './mail-worker.ts';

export interface MailingOptions {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>;
  readonly queue: MailQueue;
  lookUp(key: string): Promise<Correspondence | undefined>;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
}

/** Sends letters from now on, where a mail server is named; where none is, says so, and they wait. Returns how to stop. */
export function startMailing({ config, queue, lookUp, now, log }: MailingOptions): () => Promise<void> {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === undefined || mailFrom === undefined) {
    log.warn('No mail server is named (CMTO_SMTP_URL): letters wait until one is');
    return () => Promise.resolve();
  }
  const server = openMailServer({ url: smtpUrl, from: mailFrom });
  const worker = new MailWorker({ queue, server, lookUp, now, log });
  const stop = keepMailing(worker, queue, log);
  return async () => {
    await stop();
    server.close();
  };
}
