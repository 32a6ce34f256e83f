import type { KeyObject } from 'node:crypto';
import type { Consultation, MunicipalityList, Submission } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { AttachmentRegister } from '../attachments/attachment-register.ts';
import type { Schema } from '../database/schema.ts';
import { Intake } from '../intake/intake.ts';
import type { ResponseStore } from '../intake/response-store.ts';
import type { Register } from '../register/register.ts';
import type { RequestWriter } from '../requests/request-writer.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { ContributionDesk } from './contribution-desk.ts';
import { contributionDoor } from './contribution-door.ts';
import { contributionIdOf } from './contribution-id.ts';
import { Endorsements } from './endorsements.ts';
import { PublicList } from './public-list.ts';
import { ContributionRegistrar } from './contribution-registrar.ts';

export interface ContributionsOptions {
  readonly db: Kysely<Schema>;
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly attachments: AttachmentRegister;
  readonly register: Register;
  /** Shared with whatever else is registered: it would wait for the same lock. */
  readonly writer: RequestWriter;
  readonly municipalities: MunicipalityList;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly publicUrl: () => string;
  readonly inFlightLimit: number;
}

/** Contributions, put together. */
export function createContributions(options: ContributionsOptions) {
  const { db, catalogue, responses, attachments, register, writer, secret, now, publicUrl, inFlightLimit } = options;
  const places = new Map(options.municipalities.municipalities.map((one) => [one.code, one]));
  const desk = new ContributionDesk({ db, publicUrl });
  const registrar = new ContributionRegistrar({
    register,
    municipalityName: (code) => places.get(code)?.name ?? code,
  });
  const door = contributionDoor({
    catalogue,
    responses,
    registrar,
    writer,
    desk,
    publicId: (key) => contributionIdOf(secret, key),
    zoneOf: (code) => places.get(code)?.zone,
  });
  return {
    desk,
    list: new PublicList({ db, publicUrl }),
    endorsements: new Endorsements({ db, secret }),
    intake: new Intake<Submission, Consultation>({ door, attachments, responses, secret, now, inFlightLimit }),
  };
}
