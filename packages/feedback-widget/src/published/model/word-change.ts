import { type DiffPart, diffWords } from '@cmto/documents/word-diff';
import type { Contribution } from '@cmto/contract';

const known = new WeakMap<Contribution, readonly DiffPart[]>();

/**
 * What a proposal takes out of the passage it quotes, and what it puts in, word by word. Undefined where nothing is
 * quoted: there is nothing to compare with. Compared once: what is rendered anew is not.
 */
export const changeProposed = (contribution: Contribution): readonly DiffPart[] | undefined => {
  const { quote, proposal } = contribution;
  if (!quote || !proposal) return undefined;
  const parts = known.get(contribution) ?? diffWords(quote, proposal);
  known.set(contribution, parts);
  return parts;
};
