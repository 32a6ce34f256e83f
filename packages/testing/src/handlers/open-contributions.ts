import { type Consultation, type ContributionStatus, findPersonalData, type Submission } from '@cmto/contract';
import type { StoredResponse } from '../store/stored.ts';
import { Refusal } from './refusal.ts';

/** What became of the contributions that came in here. */
export class OpenContributions {
  readonly #byCode = new Map<string, ContributionStatus>();
  /** Which device agrees with what, by key. */
  readonly #endorsed = new Map<string, string>();

  /** How a contribution stands; from the first look on, what happens changes it. */
  of(stored: StoredResponse, consultation: Consultation, nextNumber: () => number): ContributionStatus {
    const { receiptCode } = stored.receipt;
    const known = this.#byCode.get(receiptCode);
    if (known) return known;
    const status = firstStatus(stored, consultation, consultation.register === true ? nextNumber() : undefined);
    this.show(status);
    return status;
  }

  show(status: ContributionStatus): void {
    this.#byCode.set(status.receiptCode, status);
  }

  /** One per device, and per key; throws the problem there is. */
  endorse(id: string, device: string, key: string): { agreements: number; replayed: boolean } {
    const status = [...this.#byCode.values()].find((one) => one.contribution === id && one.state === 'published');
    if (!status) throw new Refusal('contribution.not-found');
    const made = `${id} ${device}`;
    const replayed = this.#endorsed.get(key);
    if (replayed !== undefined && replayed !== made) throw new Refusal('idempotency.mismatch');
    if (replayed === undefined && [...this.#endorsed.values()].includes(made))
      throw new Refusal('contribution.already-endorsed');
    if (replayed !== undefined) return { agreements: status.agreements, replayed: true };
    this.#endorsed.set(key, made);
    const agreements = status.agreements + 1;
    this.show({ ...status, agreements });
    return { agreements, replayed: false };
  }

  clear(): void {
    this.#endorsed.clear();
    this.#byCode.clear();
  }
}

const firstStatus = (
  { slug, receipt, submission }: StoredResponse,
  consultation: Consultation,
  number: number | undefined,
): ContributionStatus => {
  const at = receipt.receivedAt;
  const isPublished =
    consultation.moderation.when === 'after' && !receipt.flags?.includes('check') && !holdsPersonalData(submission);
  const register =
    number === undefined
      ? undefined
      : ({
          code: 'CMTO-RI',
          year: Number(at.slice(0, 4)),
          number: String(number).padStart(7, '0'),
          status: 'provisional',
        } as const);
  return {
    ...receipt,
    ...(register ? { register } : {}),
    kind: 'contribution',
    slug,
    title: consultation.title,
    language: submission.language,
    // The server's does not tell the code; here nobody minds.
    contribution: receipt.receiptCode.slice(13),
    state: isPublished ? 'published' : 'received',
    ...(submission.target?.section === undefined ? {} : { section: submission.target.section }),
    mayAppeal: false,
    agreements: 0,
    usedIn: [],
    timeline: isPublished ? [{ at, event: 'published' }] : [],
    messages: [],
  };
};

const holdsPersonalData = ({ answers }: Submission): boolean =>
  ['titolo', 'testo', 'proposta'].some((field) => findPersonalData(String(answers[field] ?? '')).length > 0);
