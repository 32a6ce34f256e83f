import type { KeyObject } from 'node:crypto';
import type { MunicipalityList, RequestSubmission, Service } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { AttachmentRegister } from '../attachments/attachment-register.ts';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import { Intake } from '../intake/intake.ts';
import type { ResponseStore } from '../intake/response-store.ts';
import { MailQueue } from '../mail/mail-queue.ts';
import { AnnulmentQueue } from '../protocol/annulment-queue.ts';
import { ProtocolOutbox } from '../protocol/protocol-outbox.ts';
import { Register } from '../register/register.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { mailboxesOf } from './mailboxes.ts';
import { MessageDesk } from './message-desk.ts';
import { Procedure } from './procedure.ts';
import { Registrar } from './registrar.ts';
import { RequestDesk } from './request-desk.ts';
import { requestDoor } from './request-door.ts';
import { RequestWriter } from './request-writer.ts';
import type { IdentityProofs } from './seams.ts';

export interface RequestsOptions {
  readonly config: Config;
  readonly db: Kysely<Schema>;
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly attachments: AttachmentRegister;
  readonly proofs: Pick<IdentityProofs, 'use'>;
  readonly municipalities: MunicipalityList;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly publicUrl: () => string;
  readonly inFlightLimit: number;
}

/** What the office needs of requests: the commands put this together, and the console will. */
export function createOffice({ config, db, now }: Pick<RequestsOptions, 'config' | 'db' | 'now'>) {
  const register = new Register(config.registerCode);
  const mail = new MailQueue(db, now);
  const protocol: ProtocolOutbox = new ProtocolOutbox(db, now, (transaction, document, official) =>
    procedure.numbered(transaction, document, official),
  );
  const annulments = new AnnulmentQueue(db, now);
  const registrar = new Registrar({ register, mail, protocol });
  const procedure = new Procedure({ db, register, registrar, annulments, mail, now });
  const escalation = { db, mail, mailboxOf: mailboxesOf(config.escalation), now };
  return { register, mail, protocol, annulments, registrar, procedure, escalation };
}

/** Requests, put together. */
export function createRequests(options: RequestsOptions) {
  const { db, catalogue, responses, attachments, proofs, municipalities, secret, now, publicUrl } = options;
  const office = createOffice(options);
  const names = new Map(municipalities.municipalities.map(({ code, name }) => [code, name]));
  const desk = new RequestDesk({ db, catalogue, secret, now, publicUrl });
  const { registrar, mail } = office;
  const writer = new RequestWriter(db);
  const { inFlightLimit } = options;
  const door = requestDoor({
    catalogue,
    responses,
    registrar,
    writer,
    mail,
    proofs,
    desk,
    secret,
    municipalityName: (code) => names.get(code) ?? code,
  });
  return {
    ...office,
    writer,
    desk,
    intake: new Intake<RequestSubmission, Service>({ door, attachments, responses, secret, now, inFlightLimit }),
    messages: new MessageDesk({
      db,
      catalogue,
      responses,
      attachments,
      registrar,
      writer,
      mail,
      secret,
      now,
      inFlightLimit,
    }),
  };
}
