import type {
  Answers,
  AnswerValue,
  Attachment,
  ProblemError,
  Receipt,
  RequestSubmission,
  SentMessage,
  Submission,
} from '@cmto/contract';
import { isReceipt } from '@cmto/contract/guards/receipt';

/** Where an answer is on its way: nothing leaves `queued` without a stored receipt. */
export type EntryState = 'draft' | 'queued' | 'attention' | 'delivered';

/** An answer that could not be carried over to a newer form, kept for the person to copy. */
export interface SetAside {
  readonly label: string;
  readonly answer: string;
}

/** What another tab has answered to a question that was answered here, too: kept until the person has chosen. */
export interface Conflict {
  readonly field: string;
  readonly answer: AnswerValue;
}

/**
 * Signing in for a request: this page's secret while the person is away, then what the service has given for it. The
 * name is for showing; the tax code does not stay here.
 */
export type EntrySignIn =
  { readonly verifier: string } | { readonly proof: string; readonly name: string; readonly expiresAt: string };

/** What the server has asked for: to be left alone for so many seconds from `since` on, device clock, milliseconds. */
export interface NotBefore {
  readonly since: number;
  readonly seconds: number;
}

/** One submission as kept on the device, from the first letter typed to its receipt. */
export interface Entry {
  /** The submission's id, minted with the draft: idempotency key and storage key. */
  readonly id: string;
  /** Which tag it belongs to: API base, kind, slug and `instance`. */
  readonly lookup: string;
  readonly api: string;
  /** Where it is posted, below the API base. */
  readonly path: string;
  readonly state: EntryState;
  readonly formVersion: number;
  readonly language: string;
  /** Raw, as typed. */
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
  /** SHA-256 of the attachments that the server already has. */
  readonly uploaded: readonly string[];
  /** Id of the page of the form last seen. */
  readonly formPage: string | undefined;
  readonly setAside: readonly SetAside[];
  /** Device clock, milliseconds: shown to the person, decides nothing. */
  readonly savedAt: number;
  /** What of a definition it is about. */
  readonly target?: Submission['target'];
  /** Counts the writes of the draft, so that a tab sees that another has written; absent before the first. */
  readonly revision?: number;
  readonly conflicts?: readonly Conflict[];
  /** The survey's title, in the language spoken then. */
  readonly title?: string;
  /** The address where it was answered, to come back to: with the query, without which many a CMS has no page. */
  readonly page?: string | undefined;
  /** Gone with the receipt. */
  readonly signIn?: EntrySignIn | undefined;
  /** Frozen when the person pressed "send". */
  readonly submission?: RequestSubmission | undefined;
  /** In a submission's place: what is sent to a receipt. Once it has arrived nothing of it stays on the device. */
  readonly message?: SentMessage | undefined;
  readonly attempts?: number;
  /** Of the last attempt, for every tab and every later visit: only a person sends earlier. */
  readonly notBefore?: NotBefore | undefined;
  readonly receipt?: Receipt | undefined;
  readonly problem?: { readonly code: string; readonly errors?: readonly ProblemError[] | undefined } | undefined;
}

/** The lookup of a tag's draft: two equal tags share one draft, `instance` tells them apart. */
export const entryLookup = (api: string, kind: string, slug: string, instance: string): string =>
  [api, kind, slug, instance].join('|');

const states: readonly unknown[] = ['draft', 'queued', 'attention', 'delivered'];
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string';
const areObjects = (value: unknown, isRight: (item: object) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isObject(item) && isRight(item));

const isAttachment = (item: Partial<Attachment>): boolean =>
  [item.field, item.sha256, item.name, item.type].every(isText) && typeof item.size === 'number';

const isSignIn = (value: object): boolean => Object.values(value).every(isText);
const isNotBefore = ({ since, seconds }: Partial<NotBefore>): boolean =>
  typeof since === 'number' && typeof seconds === 'number';

/** What each state needs besides: an answer to send, or the proof that it has arrived. */
const isWhole = ({ state, submission, message, receipt }: Partial<Entry>): boolean => {
  if (state === 'delivered') return isReceipt(receipt);
  return state !== 'queued' || isObject(message) || (isObject(submission) && isObject(submission.answers));
};

/** Whether a stored value is an entry that this version can use: an older or newer kit may have written it. */
export const isEntry = (value: unknown): value is Entry => {
  if (!isObject(value)) return false;
  const entry = value as Partial<Entry>;
  return (
    [entry.id, entry.lookup, entry.api, entry.path, entry.language].every(isText) &&
    states.includes(entry.state) &&
    typeof entry.formVersion === 'number' &&
    typeof entry.savedAt === 'number' &&
    isObject(entry.answers) &&
    areObjects(entry.attachments, isAttachment) &&
    areObjects(entry.setAside, ({ label, answer }: Partial<SetAside>) => isText(label) && isText(answer)) &&
    Array.isArray(entry.uploaded) &&
    entry.uploaded.every(isText) &&
    [entry.title, entry.page].every((text) => text === undefined || isText(text)) &&
    (entry.conflicts === undefined || areObjects(entry.conflicts, ({ field }: Partial<Conflict>) => isText(field))) &&
    (entry.target === undefined || isObject(entry.target)) &&
    (entry.signIn === undefined || (isObject(entry.signIn) && isSignIn(entry.signIn))) &&
    (entry.notBefore === undefined || areObjects([entry.notBefore], isNotBefore)) &&
    isWhole(entry)
  );
};
