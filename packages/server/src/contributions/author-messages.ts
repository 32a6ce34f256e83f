import type { SentMessage } from '@cmto/contract';
import type { ContributionEvent } from '@cmto/contract';
import type { ContributionRow } from '../database/contribution-rows.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Recipient } from '../requests/taking.ts';
import { mayAppeal } from './contribution-desk.ts';
import { actInsert, changeContribution, lockContribution } from './contribution-row.ts';

/** What the holder of a contribution's receipt sends: an appeal, that it is withdrawn, that it is to be erased. */
export const contributionRecipient =
  (id: string, { kind, text }: SentMessage): Recipient =>
  async (transaction, at) => {
    const contribution = await lockContribution(transaction, id);
    if (!contribution) return undefined;
    return async () => {
      const change = changeBy(kind, contribution);
      if (change) {
        await changeContribution(transaction, id, change.values);
        await actInsert(transaction, id, { at, event: change.event, note: text }).execute();
      }
      return { register: null };
    };
  };

/** Undefined where nothing changes: whether it is erased the office decides. Throws `message.not-possible`. */
function changeBy(
  kind: SentMessage['kind'],
  contribution: ContributionRow,
): { readonly values: Partial<ContributionRow>; readonly event: ContributionEvent } | undefined {
  if (kind === 'erasure') return undefined;
  if (kind === 'appeal' && mayAppeal(contribution)) return { values: { appealed: 1 }, event: 'appealed' };
  if (kind === 'withdrawal' && contribution.state !== 'withdrawn')
    return { values: { state: 'withdrawn' }, event: 'withdrawn' };
  throw new ProblemError('message.not-possible');
}
