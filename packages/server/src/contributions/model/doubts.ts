import { hash } from 'node:crypto';
import { findPersonalData } from '@cmto/contract';
import type { ContributionParts } from '@cmto/contract/rules/contribution-parts';

/** Why somebody should look at a contribution before everybody can. */
export type Doubt = 'check' | 'late' | 'personal-data' | 'repeated';

/** The same words sent twice have the same hash, whatever their case and spaces. */
export const wordsHash = ({ title = '', text, proposal = '' }: ContributionParts): string =>
  hash('sha256', [title, text, proposal].join('\n').toLowerCase().replace(/\s+/g, ' '), 'base64url');

const holdsPersonalData = ({ title = '', text, proposal = '', organisation = '', place }: ContributionParts): boolean =>
  [title, text, proposal, organisation, place?.address ?? ''].some((words) => findPersonalData(words).length > 0);

/** `flags`: what the intake has noted. */
export const doubtsOf = (parts: ContributionParts, flags: readonly string[], isRepeated: boolean): Doubt[] => [
  ...(flags as Doubt[]),
  ...(holdsPersonalData(parts) ? (['personal-data'] as const) : []),
  ...(isRepeated ? (['repeated'] as const) : []),
];

/** Whether it is published without anybody having looked: late ones, too, since the terms of grace are everybody's. */
export const isPublishedAtOnce = (when: 'before' | 'after', doubts: readonly Doubt[]): boolean =>
  when === 'after' && doubts.every((doubt) => doubt === 'late');
