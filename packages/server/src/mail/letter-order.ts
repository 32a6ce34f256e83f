import type { EscalationLevel } from '@cmto/contract';

/**
 * What each letter says beyond its request, which is looked up when it is sent. It lies in the queue: nothing personal,
 * no address and no words of anybody's.
 */
export interface LetterData {
  /** The receipt, once a request is stored and registered. */
  receipt: Record<never, never>;
  /** The six digits by which an applicant shows that an address is theirs. Forgotten as soon as they are sent. */
  code: { readonly code: string };
  /** Something happened to the request. `resumed`: it let the clock go on. */
  state: { readonly event: StateEvent; readonly resumed?: boolean };
  /** Something is missing; the clock may stand still. `dueAt`: milliseconds. */
  asked: { readonly dueAt?: number };
  /** The office has written. */
  message: Record<never, never>;
  closed: Record<never, never>;
  /** To an office: a deadline has passed. `deadline`: milliseconds. */
  escalation: { readonly level: EscalationLevel; readonly deadline: number };
}

export type StateEvent = 'confirmed' | 'registered' | 'official-number' | 'taken' | 'added' | 'withdrawn' | 'annulled';
export type Template = keyof LetterData;

/** A letter to be written. */
export type LetterOrder = { [T in Template]: Order<T> }[Template];

interface Order<T extends Template> {
  /** The request's key: its address is found by it when the letter is sent. */
  readonly key: string;
  readonly template: T;
  /** The reader's; what there is no letter in becomes Italian. */
  readonly language: string;
  readonly data: LetterData[T];
  /** An office's own mailbox, in place of the applicant's address. */
  readonly office?: string;
  /** Says which letter it is: the same one twice is one. Without it, every order is another letter. */
  readonly id?: string;
}
