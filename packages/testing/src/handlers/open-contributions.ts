import {
  type Consultation,
  type ContributionStatus,
  findPersonalData,
  type RequestMessage,
  type SentMessage,
  type Submission,
} from '@cmto/contract';
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

  /** Takes what its author sends, each key once; throws the problem there is. */
  take(
    code: string,
    id: string,
    { kind, text }: SentMessage,
    now: number,
  ): { message: RequestMessage; replayed: boolean } {
    const status = this.#byCode.get(code)!;
    const taken = status.messages.find((message) => message.id === id);
    if (taken) return { message: taken, replayed: true };
    const isPossible =
      kind === 'erasure' ||
      (kind === 'appeal' ? status.mayAppeal : kind === 'withdrawal' && status.state !== 'withdrawn');
    if (!isPossible) throw new Refusal('message.not-possible');
    const at = new Date(now).toISOString().replace(/\.\d+/, '');
    const note = text === undefined ? {} : { text };
    const message: RequestMessage = { id, at, from: 'applicant', kind, ...note, attachments: [] };
    const event = kind === 'appeal' ? ('appealed' as const) : ('withdrawn' as const);
    this.show({
      ...status,
      messages: [...status.messages, message],
      ...(kind === 'erasure'
        ? {}
        : { timeline: [...status.timeline, { at, event, ...(text === undefined ? {} : { note: text }) }] }),
      ...(kind === 'appeal' ? { mayAppeal: false } : {}),
      ...(kind === 'withdrawal' ? { state: 'withdrawn' as const } : {}),
    });
    return { message, replayed: false };
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
