import type { OfficialNumber } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Correspondent, RegisterNumber, Registration } from '../register/entry.ts';

/** A registration that the department's official register is to have, too. */
export interface ProtocolTask {
  /** Of the request or of the message that was registered: unique, and the same at every try. */
  readonly key: string;
  /** The request it belongs to; equal to `key` for the request itself. */
  readonly request: string;
  readonly department: string;
  readonly direction: 'in' | 'out';
  readonly registration: Registration;
  readonly linkedTo?: RegisterNumber | undefined;
  readonly correspondent: Correspondent;
  readonly subject: string;
  /** SHA-256 of the canonical document; its bytes are in `request_documents` under `key`. */
  readonly document: string;
  /** Files of the store, under `key`. */
  readonly attachments: readonly TaskFile[];
}

export interface TaskFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}

/** Where registrations wait for their official number. */
export interface ProtocolOutbox {
  /** In the transaction that registers: there is a task exactly where there is a registration. */
  enqueue(transaction: Transaction<Schema>, task: ProtocolTask): Promise<void>;
}

/** What the outbox tells once a register has given a document its number. The same number again changes nothing. */
export type OnNumber = (
  transaction: Transaction<Schema>,
  document: Pick<ProtocolTask, 'key' | 'request'>,
  official: OfficialNumber,
) => Promise<void>;

/** Who signed in. */
export interface ProvenIdentity {
  readonly givenName: string;
  readonly familyName: string;
  readonly taxCode: string;
}

/** Where sign-ins are kept. */
export interface IdentityProofs {
  /** Binds a proof to the submission that uses it first. Undefined: it is none, is over, or is another's. */
  use(use: {
    readonly proof: string;
    readonly slug: string;
    readonly key: string;
  }): Promise<ProvenIdentity | undefined>;
}
