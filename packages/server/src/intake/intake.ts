import type { KeyObject } from 'node:crypto';
import type { ProblemCode, Receipt, Submission } from '@cmto/contract';
import type { AttachmentRegister } from '../attachments/attachment-register.ts';
import type { ResponseRow } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { hashReceiptCode, receiptCodeOf } from '../receipts/receipt-code.ts';
import type { Definition as AnyDefinition } from '../surveys/definition.ts';
import type { Published } from '../surveys/published-survey.ts';
import { admit } from './admission.ts';
import { InFlight } from './in-flight.ts';
import { checkContent, contentOf, type Content, type HashedKind } from './judged-content.ts';
import type { NotStored, ResponseStore } from './response-store.ts';
import { toResponseRow } from './response-row.ts';

/** What differs between answers to a survey, requests to a service and ratings. */
export interface Door<Sent extends Submission, Definition> {
  readonly kind: HashedKind;
  /** The code for what there is not. */
  readonly unknown: ProblemCode;
  find(slug: string): Promise<Published<Definition> | undefined>;
  /** Checks the envelope. Throws `request.invalid`. */
  read(body: unknown): Sent;
  /** What else must hold for it to be taken; throws the problem that says what does not. */
  require?(key: string, submission: Sent, published: Published<Definition>): Promise<void>;
  /** Resolves once it is on the disk, or tells why it was not stored. */
  store(row: ResponseRow, submission: Sent, published: Published<Definition>): Promise<NotStored | undefined>;
  /** The same row always gets the same receipt. */
  receipt(row: ResponseRow, code: string): Receipt | Promise<Receipt>;
}

export interface IntakeOptions<Sent extends Submission, Definition> {
  readonly door: Door<Sent, Definition>;
  readonly attachments: AttachmentRegister;
  readonly responses: Pick<ResponseStore, 'find'>;
  readonly secret: KeyObject;
  readonly now: () => number;
  /** How long a request waits for another one with its key, in milliseconds. */
  readonly inFlightLimit: number;
}

export interface Accepted {
  readonly receipt: Receipt;
  /** Whether this very content had been stored under this key before. */
  readonly replayed: boolean;
}

/** Takes submissions in: nothing lost, nothing twice. Refusals are thrown as problems and leave no trace. */
export class Intake<Sent extends Submission, Definition extends AnyDefinition> {
  readonly #options: IntakeOptions<Sent, Definition>;
  readonly #inFlight: InFlight;

  constructor(options: IntakeOptions<Sent, Definition>) {
    this.#options = options;
    this.#inFlight = new InFlight(options.inFlightLimit);
  }

  async submit(slug: string, key: string, body: unknown): Promise<Accepted> {
    const { door } = this.#options;
    const submission = door.read(body);
    const published = await door.find(slug);
    if (!published) throw new ProblemError(door.unknown);
    return this.#inFlight.alone(key, () => this.#decide(published, key, submission));
  }

  async #decide(published: Published<Definition>, key: string, submission: Sent): Promise<Accepted> {
    const { now, secret, door } = this.#options;
    let judged;
    try {
      judged = await this.#judge(published, key, submission, now());
      if (door.require) await door.require(key, submission, published);
    } catch (problem) {
      return await this.#refuse(published, key, submission, problem);
    }
    const code = receiptCodeOf(secret, key);
    const receiptHash = hashReceiptCode(code);
    const row = toResponseRow(published, key, submission, { ...judged, receiptHash, now: now() });
    const notStored = await door.store(row, submission, published);
    if (notStored) return this.#replay(notStored, published.slug, row.content_hash);
    return { receipt: await door.receipt(row, code), replayed: false };
  }

  async #judge(
    published: Published<Definition>,
    key: string,
    submission: Sent,
    now: number,
  ): Promise<{ content: Content; late: boolean }> {
    const { version, late } = admit(published, submission, now);
    checkContent(version.form, submission);
    if (submission.attachments?.length) await this.#options.attachments.require(key, submission.attachments);
    return { content: contentOf(this.#options.door.kind, published.slug, version.form, submission), late };
  }

  /**
   * What is refused now may have been accepted before: a form sent again after the closing, or when the rules have
   * become stricter, still gets the receipt it was given.
   */
  async #refuse(published: Published<Definition>, key: string, submission: Sent, problem: unknown): Promise<Accepted> {
    if (!(problem instanceof ProblemError)) throw problem;
    const { responses, door } = this.#options;
    const earlier = await responses.find(key);
    if (!earlier) throw problem;
    const form = published.versions.get(submission.formVersion)?.form;
    const { slug } = published;
    return this.#replay(earlier, slug, form && hashIfPossible(() => contentOf(door.kind, slug, form, submission)));
  }

  async #replay(earlier: NotStored, slug: string, contentHash: string | undefined): Promise<Accepted> {
    if (earlier.kind === 'erased') throw new ProblemError('submission.erased');
    if (earlier.kind === 'message') throw new ProblemError('idempotency.mismatch');
    const { row } = earlier;
    if (row.survey_slug !== slug || row.content_hash !== contentHash) throw new ProblemError('idempotency.mismatch');
    const code = receiptCodeOf(this.#options.secret, row.id);
    return { receipt: await this.#options.door.receipt(row, code), replayed: true };
  }
}

/** Refused content may be too odd to have a canonical form; then it is not what was stored either. */
function hashIfPossible(content: () => Content): string | undefined {
  try {
    return content().hash;
  } catch {
    return undefined;
  }
}
