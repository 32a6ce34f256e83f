import type { FastifyBaseLogger } from 'fastify';
import { collectOrphans } from '../attachments/orphans.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { mailingJob, prunedLettersJob } from '../mail/mailing-jobs.ts';
import { createProtocolWorker } from '../protocol/create-protocol.ts';
import { copyAsPdf } from '../protocol/reading-copy.ts';
import { closeDays } from '../register/close-days.ts';
import { escalate } from '../requests/escalation.ts';
import { readSecret } from '../secret.ts';
import type { Services } from '../services.ts';
import { type Job, Jobs } from './jobs.ts';

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
/** Written anew in less than a second, for which commits can wait; in bytes. */
const smallFile = 64 * 1024 * 1024;

export interface ServerJobOptions {
  readonly config: Config;
  readonly database: Database;
  readonly services: Services;
  /** Whoever writes the answers, and can put them in another order. */
  readonly order: Pick<Database, 'forgetOrder'>;
  readonly log: FastifyBaseLogger;
}

/** Begins all that the server does by itself. Several servers on one database all do it; each piece is done by one. */
export function startJobs({ config, database, services, order, log }: ServerJobOptions): Jobs {
  const { db } = database;
  const { requests, signIn, files, pdf } = services;
  const forgetOrder = (largest?: number): Job => ({
    // A file in use by another process: next time, or when the server stops.
    complaint: 'The order of the answers could not be forgotten yet',
    work: () => order.forgetOrder(largest),
  });
  const closing: Job = {
    complaint: 'The register could not be closed for the day yet',
    work: async () => {
      const closed = await closeDays(db, Date.now());
      for (const { day, count } of closed) log.info({ day, count }, 'A day of the register was closed');
    },
  };
  const escalating: Job = {
    complaint: 'Deadlines could not be looked at yet',
    work: async () => {
      const told = await escalate(requests.escalation);
      for (const { request, level } of told) log.info({ request, level }, 'A deadline has passed');
    },
  };
  const forgettingSignIns: Job = {
    complaint: 'Sign-ins that are over could not be forgotten yet',
    work: () => signIn.store.prune(Date.now()),
  };
  const worker = createProtocolWorker({
    config,
    db,
    secret: readSecret(config.dataDir, config.secret),
    outbox: requests.protocol,
    files,
    copyFor: copyAsPdf(db, pdf),
    now: Date.now,
    log,
  });
  const registering: Job = {
    // The database is away: what was claimed is due again when the claim ends.
    complaint: 'Official registers could not be reached yet',
    work: () => worker.work(),
    stop: () => worker.stop(),
  };
  const { mail, desk } = requests;
  const mailing = mailingJob({ config, queue: mail, lookUp: (key) => desk.correspondence(key), now: Date.now, log });
  const jobs = new Jobs(log)
    .now(closing)
    .now(escalating)
    .now(forgettingSignIns)
    .every(15 * minutes, forgetOrder(smallFile))
    .every(10 * minutes, forgettingSignIns)
    .every(hours, escalating)
    .every(5 * seconds, registering)
    // Not on the stroke of midnight, when the answers of the last minute are still on their way. Then the day is all
    // that is to remain of the time.
    .nightly(5 * minutes, forgetOrder())
    .nightly(20 * minutes, closing)
    .nightly(45 * minutes, collectingOrphans({ config, database, services, log }));
  if (mailing) jobs.every(5 * seconds, mailing).every(24 * hours, prunedLettersJob(mail));
  return jobs;
}

/** Deletes files that nobody needs. */
export const collectingOrphans = ({
  config,
  database,
  services,
  log,
}: {
  readonly config: Pick<Config, 'orphanDays'>;
  readonly database: Pick<Database, 'db'>;
  readonly services: Pick<Services, 'files'>;
  readonly log: Pick<FastifyBaseLogger, 'info'>;
}): Job => ({
  complaint: 'Files that nobody needs could not be deleted yet',
  work: async () => {
    const options = { db: database.db, store: services.files, days: config.orphanDays, now: Date.now() };
    const { files, leftovers } = await collectOrphans(options);
    if (files + leftovers > 0) log.info({ files, leftovers }, 'Files that nobody needs were deleted');
  },
});
