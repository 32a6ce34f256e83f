import type { Submission } from '@cmto/contract';
import type { Entry } from '@cmto/core/storage/entry';

/** What a page says of itself while it runs. */
export type Told =
  /** Somebody is about to press "send" on this. */
  | { readonly what: 'means'; readonly id: string; readonly submission: Submission }
  /** The device has said that it keeps it. */
  | { readonly what: 'keeps'; readonly id: string }
  /** Somebody has read these receipts; from now on the device need not hold them. */
  | { readonly what: 'reads'; readonly entries: readonly Entry[] }
  /** Nothing is queued any more; this is all that the device holds. */
  | { readonly what: 'rests'; readonly name: string; readonly entries: readonly Entry[] }
  | { readonly what: 'fails'; readonly why: string };
