import { join } from 'node:path';
import { AttachmentIntake } from './attachments/attachment-intake.ts';
import { AttachmentRegister } from './attachments/attachment-register.ts';
import type { AttachmentStore } from './attachments/attachment-store.ts';
import { FolderStore } from './attachments/folder-store.ts';
import { scanWith } from './attachments/scan.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createContributions } from './contributions/create-contributions.ts';
import { PdfThread } from './documents/pdf/pdf-thread.ts';
import { Intake } from './intake/intake.ts';
import { ResponseStore } from './intake/response-store.ts';
import { surveyDoor } from './intake/survey-door.ts';
import { SubmissionWriter, type AnswerWriter, type StoreBatch } from './intake/submission-writer.ts';
import { readMunicipalities } from './municipalities/municipality-list.ts';
import { ratingDoor } from './ratings/rating-door.ts';
import { ReceiptDesk } from './receipts/receipt-desk.ts';
import { createRequests } from './requests/create-requests.ts';
import { ResultsService } from './results/results-service.ts';
import { readSecret } from './secret.ts';
import { createSignIn } from './sign-in/create-sign-in.ts';
import { Catalogue } from './surveys/catalogue.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly database: Database;
  readonly now?: () => number;
  /** Origin that receipts name when the configuration has none. */
  readonly publicUrl?: () => string;
  /** Who stores the answers; without it, this very thread. */
  readonly writer?: AnswerWriter;
  /** Tests stand in for the disk here. */
  readonly storeBatch?: StoreBatch;
  readonly inFlightLimit?: number;
  /** Where files are kept; without it, in the data folder. */
  readonly attachmentStore?: AttachmentStore;
}

/** Everything the routes need, put together once. */
export function createServices(options: ServiceOptions) {
  const { config, database, now = Date.now, inFlightLimit = 5000 } = options;
  const { db } = database;
  const publicUrl = (): string => config.publicUrl ?? options.publicUrl?.() ?? `http://${config.host}:${config.port}`;
  const secret = readSecret(config.dataDir, config.secret);
  const catalogue = new Catalogue(db);
  const responses = new ResponseStore(db);
  const writer = options.writer ?? new SubmissionWriter(options.storeBatch ?? ((rows) => responses.storeBatch(rows)));
  const files = options.attachmentStore ?? new FolderStore(join(config.dataDir, 'attachments'), now);
  const attachments = new AttachmentRegister(db, files, now);
  const scan = config.scanCommand === undefined ? undefined : scanWith(config.scanCommand);
  const municipalities = readMunicipalities();
  const signIn = createSignIn({ config, db, catalogue, secret, now, publicUrl });
  const requests = createRequests({
    config,
    db,
    catalogue,
    responses,
    attachments,
    proofs: signIn.proofs,
    municipalities,
    secret,
    now,
    publicUrl,
    inFlightLimit,
  });
  const contributions = createContributions({
    db,
    catalogue,
    responses,
    attachments,
    register: requests.register,
    writer: requests.writer,
    municipalities,
    secret,
    now,
    publicUrl,
    inFlightLimit,
  });
  return {
    now,
    publicUrl,
    catalogue,
    writer,
    files,
    pdf: new PdfThread(),
    attachments: new AttachmentIntake({ store: files, register: attachments, scan, inFlightLimit }),
    municipalities,
    intake: new Intake({
      door: surveyDoor({ catalogue, writer, publicUrl }),
      attachments,
      responses,
      secret,
      now,
      inFlightLimit,
    }),
    receipts: new ReceiptDesk({
      catalogue,
      responses,
      requests: requests.desk,
      contributions: contributions.desk,
      publicUrl,
    }),
    ratings: new Intake({
      door: ratingDoor({ writer, publicUrl }),
      attachments,
      responses,
      secret,
      now,
      inFlightLimit,
    }),
    requests,
    contributions,
    register: requests.register,
    signIn,
    results: new ResultsService({ db, municipalities, secret, now }),
  };
}

export type Services = ReturnType<typeof createServices>;
