import type { OfficialNumber } from '@cmto/contract';
import type { Readable } from 'node:stream';
import type { ProtocolTask } from '../requests/seams.ts';
import type { DepartmentRegister } from './department-registers.ts';

/** The registers that a department can be given. */
export const adapterNames = ['embedded', 'manual', 'pec', 'webhook'] as const;
export type AdapterName = (typeof adapterNames)[number];

/** What is to be registered, with everything a register may want of it. */
export interface Consignment {
  readonly task: ProtocolTask;
  readonly register: DepartmentRegister;
  /** The main document first. */
  readonly files: readonly ConsignedFile[];
  /** The official number of the request that this one belongs to, where it has one. */
  readonly linkedTo?: OfficialNumber | undefined;
}

/** The main document for people to read. It is not registered: the main document, which it names, is. */
export interface ReadingCopy {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Makes it. Undefined where that cannot be done now. */
export type CopyFor = (consignment: Consignment) => Promise<ReadingCopy | undefined>;

export interface ConsignedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** The same bytes at every call. */
  open(): Readable;
}

/** What a register said to a document. */
export type Outcome =
  | { readonly kind: 'number'; readonly official: OfficialNumber; readonly externalId?: string | undefined }
  /** There is no official register: the internal one is all there is. */
  | { readonly kind: 'internal' }
  /** It is with people now, who will type the number. */
  | { readonly kind: 'office' }
  /** Nothing is known: it may or may not have been registered. `problem` is a code. */
  | { readonly kind: 'unknown'; readonly problem: string }
  /** It was not registered, and the same would be refused again. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What a register said to an annulment. `office`: a person at the register has to do it. */
export type AnnulmentOutcome =
  | { readonly kind: 'annulled' }
  | { readonly kind: 'office'; readonly problem?: string | undefined }
  | { readonly kind: 'unknown'; readonly problem: string };

/** What a register knows of a key. `unknown`: it could not be asked, or has not made up its mind. */
export type Found =
  | (Extract<Outcome, { kind: 'number' }> & {
      /** Whether the register has taken the number out of force. */
      readonly annulled?: boolean | undefined;
    })
  | Extract<Outcome, { kind: 'unknown' }>
  | { readonly kind: 'none' };

export interface AdapterDescription {
  readonly name: AdapterName;
  readonly version: string;
  readonly capabilities: {
    readonly attachments: boolean;
    readonly annul: boolean;
    readonly outgoing: boolean;
    /** Whether `lookup` can tell what became of a key. */
    readonly search: boolean;
    /** Of all files together; Infinity: whatever the kit itself takes. */
    readonly maxBytes: number;
  };
}

export interface Health {
  readonly state: 'up' | 'degraded' | 'down';
  readonly problem?: string | undefined;
}

/** Who takes a registration out of force, by what act, and why (DPR 445/2000 art. 54). */
export interface Annulment {
  readonly official: OfficialNumber;
  readonly reason: string;
  readonly act: string;
  readonly operator: string;
}

/**
 * A way to an official register. None of these rejects for what a register or a network does: that is an outcome.
 * The key of a task is the same at every try, and the same key twice is one number.
 */
export interface RegisterAdapter {
  describe(): AdapterDescription;
  health(register: DepartmentRegister): Promise<Health>;
  /** A request that came in. */
  register(consignment: Consignment): Promise<Outcome>;
  /** What was added to a request: a registration of its own, linked to the first, never a change of it. */
  addAttachment(consignment: Consignment): Promise<Outcome>;
  /** What the office answered. */
  registerOutgoing(consignment: Consignment): Promise<Outcome>;
  /** Only of what this register has given a number to. */
  annul(register: DepartmentRegister, key: string, annulment: Annulment): Promise<AnnulmentOutcome>;
  /** What became of a key: asked before anything is tried again. */
  lookup(register: DepartmentRegister, key: string): Promise<Found>;
  /** The closed day of a register that the kit itself keeps; undefined for all others. */
  dailyRegister(day: string): Promise<DailyRegister | undefined>;
}

export interface DailyRegister {
  readonly day: string;
  readonly rows: number;
  readonly csvSha256: string;
  readonly jsonSha256: string;
}

/** Which of the three ways a task takes. */
export const send = (adapter: RegisterAdapter, consignment: Consignment): Promise<Outcome> => {
  const { key, request, direction } = consignment.task;
  if (direction === 'out') return adapter.registerOutgoing(consignment);
  return key === request ? adapter.register(consignment) : adapter.addAttachment(consignment);
};
