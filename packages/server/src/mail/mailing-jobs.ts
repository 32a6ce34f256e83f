import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import type { Job } from '../jobs/jobs.ts';
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

/** Sends the letters that are due, where a mail server is named; where none is, says so, and they wait: undefined. */
export function mailingJob({ config, queue, lookUp, now, log }: MailingOptions): Job | undefined {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === undefined || mailFrom === undefined) {
    log.warn('No mail server is named (CMTO_SMTP_URL): letters wait until one is');
    return undefined;
  }
  const server = openMailServer({ url: smtpUrl, from: mailFrom });
  const worker = new MailWorker({ queue, server, lookUp, now, log });
  return {
    // The database is away: what was claimed is due again when the claim ends.
    complaint: 'Letters could not be sent yet',
    work: () => worker.work(),
    stop: () => worker.stop(),
    close: () => server.close(),
  };
}

/** How long it is remembered that a letter was sent, in milliseconds. */
const remembered = 30 * 24 * 60 * 60_000;

export const prunedLettersJob = (queue: MailQueue): Job => ({
  complaint: 'Letters sent long ago could not be forgotten yet',
  work: () => queue.prune(Date.now() - remembered),
});
