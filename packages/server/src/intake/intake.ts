import type { KeyObject } from 'node:crypto';
import type { Receipt, Submission } from '@cmto/contract';
import type { AttachmentRegister } from '../attachments/attachment-register.ts';
import { ProblemError } from '../http/problem-error.ts';
import { hashReceiptCode, receiptCodeOf } from '../receipts/receipt-code.ts';
import { toReceipt } from '../receipts/receipt.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { PublishedSurvey } from '../surveys/published-survey.ts';
import { admit } from './admission.ts';
import { InFlight } from './in-flight.ts';
import { checkContent, contentOf, type Content } from './judged-content.ts';
import type { NotStored, ResponseStore } from './response-store.ts';
import { toResponseRow } from './response-row.ts';
import type { SubmissionWriter } from './submission-writer.ts';
import { readSubmission } from './submission-body.ts';

export interface IntakeOptions {
  readonly catalogue: Catalogue;
  readonly attachments: AttachmentRegister;
  readonly responses: ResponseStore;
  readonly writer: Pick<SubmissionWriter, 'write'>;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly publicUrl: () => string;
  /** How long a request waits for another one with its key, in milliseconds. */
  readonly inFlightLimit: number;
}

export interface Accepted {
  readonly receipt: Receipt;
  /** Whether this very content had been stored under this key before. */
  readonly replayed: boolean;
}

/** Takes submissions in: nothing lost, nothing twice. Refusals are thrown as problems and leave no trace. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #inFlight: InFlight;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#inFlight = new InFlight(options.inFlightLimit);
  }

  async submit(slug: string, key: string, body: unknown): Promise<Accepted> {
    const submission = readSubmission(body);
    const survey = await this.#options.catalogue.survey(slug);
    if (!survey) throw new ProblemError('survey.not-found');
    return this.#inFlight.alone(key, () => this.#decide(survey, key, submission));
  }

  async #decide(survey: PublishedSurvey, key: string, submission: Submission): Promise<Accepted> {
    const { now, secret, writer } = this.#options;
    let judged;
    try {
      judged = await this.#judge(survey, key, submission, now());
    } catch (problem) {
      return await this.#refuse(survey, key, submission, problem);
    }
    const code = receiptCodeOf(secret, key);
    const row = toResponseRow(survey, key, submission, { ...judged, receiptHash: hashReceiptCode(code), now: now() });
    const notStored = await writer.write(row);
    if (notStored) return this.#replay(notStored, survey.slug, row.content_hash);
    return { receipt: toReceipt(row, code, this.#options.publicUrl()), replayed: false };
  }

  async #judge(
    survey: PublishedSurvey,
    key: string,
    submission: Submission,
    now: number,
  ): Promise<{ content: Content; late: boolean }> {
    const { version, late } = admit(survey, submission, now);
    checkContent(version.form, submission);
    if (submission.attachments?.length) await this.#options.attachments.require(key, submission.attachments);
    return { content: contentOf(survey.slug, version.form, submission), late };
  }

  /**
   * What is refused now may have been accepted before: a form sent again after the closing, or when the rules have
   * become stricter, still gets the receipt it was given.
   */
  async #refuse(survey: PublishedSurvey, key: string, submission: Submission, problem: unknown): Promise<Accepted> {
    if (!(problem instanceof ProblemError)) throw problem;
    const earlier = await this.#options.responses.find(key);
    if (!earlier) throw problem;
    const form = survey.versions.get(submission.formVersion)?.form;
    return this.#replay(earlier, survey.slug, form && hashIfPossible(() => contentOf(survey.slug, form, submission)));
  }

  #replay(earlier: NotStored, slug: string, contentHash: string | undefined): Accepted {
    if (earlier.kind !== 'known') throw new ProblemError('submission.erased');
    const { row } = earlier;
    if (row.survey_slug !== slug || row.content_hash !== contentHash) throw new ProblemError('idempotency.mismatch');
    const code = receiptCodeOf(this.#options.secret, row.id);
    return { receipt: toReceipt(row, code, this.#options.publicUrl()), replayed: true };
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
