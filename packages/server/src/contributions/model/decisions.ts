import type { ContributionEvent, ContributionState } from '@cmto/contract';

/** What the office decides about publishing a contribution. */
export const decisions = ['publish', 'refuse', 'restore'] as const;
export type Decision = (typeof decisions)[number];

/** Where a decision leads, and what the history calls it. */
export interface Decided {
  readonly state: ContributionState;
  readonly event: ContributionEvent;
}

/** A contribution as far as a decision depends on it. */
export interface Standing {
  readonly state: string;
  /** Its author has asked for another look, and nobody has answered yet. */
  readonly isAppealed: boolean;
}

/** Undefined where the decision is not one to be made now: what is withdrawn is its author's. */
export function decide(decision: Decision, { state, isAppealed }: Standing): Decided | undefined {
  if (decision === 'publish' && state === 'received') return { state: 'published', event: 'published' };
  if (decision === 'refuse' && (state === 'received' || state === 'published'))
    return { state: 'refused', event: 'refused' };
  if (decision === 'refuse' && state === 'refused' && isAppealed) return { state: 'refused', event: 'confirmed' };
  if (decision === 'restore' && state === 'refused') return { state: 'published', event: 'restored' };
  return undefined;
}
