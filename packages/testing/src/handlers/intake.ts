import {
  type Attachment,
  canonicalAnswers,
  checkAnswers,
  checkAttachments,
  type Content,
  contentToHash,
  type Issue,
  issueMessage,
  type Receipt,
  type Submission,
  type Survey,
} from '@cmto/contract';
import { endsOf, isWhatItSays } from '@cmto/contract/rules/files/file-content';
import type { MockStore, StoredResponse } from '../store/stored.ts';
import { receiptCodeOf, sha256 } from './digest.ts';
import type { AnyDefinition, PublishedDefinitions } from './published-surveys.ts';
import { Refusal } from './refusal.ts';
import { startOfRomeDay, toInstant } from './rome-day.ts';

export interface IntakeOptions {
  /** What a content hash says it is of. */
  readonly hashed: Content['kind'];
  readonly surveys: PublishedDefinitions<AnyDefinition>;
  readonly store: MockStore;
  readonly erased: ReadonlySet<string>;
  readonly now: () => number;
  /** Where the receipt of that code can be read. */
  readonly receiptUrl: (code: string) => string;
  /** Milliseconds a request waits for another one with its key. */
  readonly inFlightLimit: number;
}

/** Takes submissions in as the contract says: each key once, the same answer to the same content for ever. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #inFlight = new Map<string, Promise<unknown>>();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  async submit(slug: string, key: string, submission: Submission): Promise<{ receipt: Receipt; replayed: boolean }> {
    this.#options.surveys.current(slug);
    for (let other = this.#inFlight.get(key); other; other = this.#inFlight.get(key)) await this.#waitFor(other);
    const work = this.#decide(slug, key, submission);
    const ended = work.catch(() => undefined).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, ended);
    return work;
  }

  async #waitFor(other: Promise<unknown>): Promise<void> {
    const overdue = Symbol('overdue');
    const limit = new Promise((resolve) => setTimeout(resolve, this.#options.inFlightLimit, overdue));
    if ((await Promise.race([other, limit])) !== overdue) return;
    throw new Refusal('idempotency.in-flight', { headers: { 'Retry-After': '1' } });
  }

  async #decide(slug: string, key: string, submission: Submission): Promise<{ receipt: Receipt; replayed: boolean }> {
    const { store, erased } = this.#options;
    if (erased.has(key)) throw new Refusal('submission.erased');
    const earlier = await store.find(key);
    if (earlier) return this.#replay(earlier, slug, submission);
    const survey = this.#options.surveys.version(slug, submission.formVersion, 'version-unknown');
    const late = this.#admit(survey, submission);
    judge(survey, submission);
    await this.#requireFiles(key, submission.attachments ?? []);
    const receipt = await this.#receipt(survey, key, submission, late);
    const kept = await store.add({ slug, submission, receipt });
    // Another tab of the demo without a server may have been quicker.
    return kept.receipt.contentHash === receipt.contentHash
      ? { receipt: kept.receipt, replayed: false }
      : this.#replay(kept, slug, submission);
  }

  async #replay({ slug, receipt, submission: stored }: StoredResponse, asked: string, submission: Submission) {
    // Under the same name there is no other kind of definition.
    if (slug !== asked) throw new Refusal('idempotency.mismatch');
    const form = this.#formOf(slug, stored.formVersion);
    const hash = submission.formVersion === stored.formVersion ? await this.#hash(slug, form, submission) : '';
    if (hash !== receipt.contentHash) throw new Refusal('idempotency.mismatch');
    return { receipt, replayed: true };
  }

  #hash(slug: string, form: Survey['form'], submission: Submission): Promise<string> {
    return hashOf(this.#options.hashed, slug, form, submission);
  }

  #formOf(slug: string, version: number): Survey['form'] {
    return this.#options.surveys.any(slug, version).form;
  }

  /** Whether the answer is late; throws where it cannot be taken now. */
  #admit({ opensAt, closesAt, graceMinutes = 0 }: AnyDefinition, { completedAt }: Submission): boolean {
    const now = this.#options.now();
    if (opensAt !== undefined && now < Date.parse(opensAt)) throw new Refusal(`${this.#options.surveys.kind}.not-open`);
    if (closesAt === undefined || now < Date.parse(closesAt)) return false;
    const closed = Date.parse(closesAt);
    const inGrace =
      completedAt !== undefined && Date.parse(completedAt) < closed && now < closed + graceMinutes * 60_000;
    if (!inGrace) throw new Refusal(`${this.#options.surveys.kind}.closed`);
    return true;
  }

  async #requireFiles(key: string, attachments: readonly Attachment[]): Promise<void> {
    const found = await Promise.all(attachments.map(({ sha256: hash }) => this.#options.store.findFile(key, hash)));
    const errors = attachments.flatMap(({ sha256: hash, size }, at) =>
      found[at]?.size === size
        ? []
        : [{ pointer: `/attachments/${at}`, code: 'attachment.missing', message: `${hash} has not arrived` }],
    );
    if (errors.length > 0) throw new Refusal('attachment.missing', { errors });
    const wrong = attachments.flatMap(({ sha256: hash, type }, at) =>
      isWhatItSays(type, endsOf(new Uint8Array(found[at]!.bytes)))
        ? []
        : [{ pointer: `/attachments/${at}/type`, code: 'answer.file-type', message: `${hash} is of another type` }],
    );
    if (wrong.length > 0) throw new Refusal('submission.invalid', { errors: wrong });
  }

  async #receipt(survey: AnyDefinition, key: string, submission: Submission, late: boolean): Promise<Receipt> {
    const { now, receiptUrl } = this.#options;
    const kept = survey.attribution === 'anonymous' ? startOfRomeDay : (instant: number) => instant;
    const isHuman = submission.check !== undefined && !submission.check.trap;
    const flags: NonNullable<Receipt['flags']> = [
      ...(late ? ['late' as const] : []),
      ...(isHuman ? [] : ['check' as const]),
    ];
    const code = await receiptCodeOf(key);
    const opened = survey.opensAt === undefined ? 0 : Date.parse(survey.opensAt);
    return {
      id: key,
      receiptCode: code,
      receivedAt: toInstant(kept(now())),
      contentHash: await this.#hash(survey.slug, survey.form, submission),
      ...(flags.length > 0 ? { flags } : {}),
      ...(late ? { completedAt: toInstant(kept(Math.max(opened, Date.parse(submission.completedAt!)))) } : {}),
      url: receiptUrl(code),
    };
  }
}

const toErrors = (issues: readonly Issue[]) =>
  issues.map((issue) => ({ pointer: `/answers${issue.pointer}`, code: issue.code, message: issueMessage(issue) }));

/** Throws `submission.invalid` with a pointer per issue. */
const judge = ({ form }: AnyDefinition, { answers, attachments = [] }: Submission): void => {
  const errors = toErrors([...checkAnswers(form, answers), ...checkAttachments(form, answers, attachments)]);
  if (errors.length > 0) throw new Refusal('submission.invalid', { errors });
};

const hashOf = (
  kind: Content['kind'],
  slug: string,
  form: Survey['form'],
  { formVersion, answers, attachments, target }: Submission,
): Promise<string> =>
  sha256(
    contentToHash({
      kind,
      slug,
      formVersion,
      answers: canonicalAnswers(form, answers),
      attachments: attachments?.map((attachment) => attachment.sha256),
      target,
    }),
  );
