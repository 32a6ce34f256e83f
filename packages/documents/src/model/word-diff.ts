import { commonWords } from './common-words.ts';
import { tokensOf } from './words.ts';

/** A piece of running text that both versions have, or one of them. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

interface Change {
  removed: string;
  added: string;
  /** What stays after the change. */
  same: string;
}

const isWord = /[\p{L}\p{N}]/u;

/** Words as numbers from 0 up; what stands between words as numbers below, which do not match by themselves. */
const numbered = (tokens: readonly string[], numbers: Map<string, number>): number[] =>
  tokens.map((token) => {
    let number = numbers.get(token);
    if (number === undefined) {
      number = isWord.test(token) ? numbers.size : -1 - numbers.size;
      numbers.set(token, number);
    }
    return number;
  });

const changesOf = (before: readonly string[], after: readonly string[]): Change[] => {
  const numbers = new Map<string, number>();
  const kept = commonWords(numbered(before, numbers), numbered(after, numbers));
  const changes: Change[] = [{ removed: '', added: '', same: '' }];
  let to = 0;
  for (const [from, token] of before.entries()) {
    let change = changes.at(-1)!;
    const until = kept[from]!;
    // A change begins after what stayed.
    if (change.same !== '' && (until === -1 || until > to))
      changes.push((change = { removed: '', added: '', same: '' }));
    if (until === -1) change.removed += token;
    else {
      change.added += after.slice(to, until).join('');
      change.same += token;
      to = until + 1;
    }
  }
  const rest = after.slice(to).join('');
  const last = changes.at(-1)!;
  if (last.same === '') last.added += rest;
  else changes.push({ removed: '', added: rest, same: '' });
  return changes;
};

/** A blank or comma that stays between two changed words belongs to the change: a phrase is read, not its joints. */
const joined = (changes: readonly Change[]): Change[] => {
  const result: Change[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const isChange = change.removed !== '' || change.added !== '';
    if (isChange && last && (last.removed !== '' || last.added !== '') && !isWord.test(last.same)) {
      last.removed += last.same + change.removed;
      last.added += last.same + change.added;
      last.same = change.same;
    } else result.push({ ...change });
  }
  return result;
};

/**
 * What was removed and what was added between two texts, word by word, for a person to read. The parts that are not
 * `added` join to `before` exactly, those that are not `removed` to `after`.
 */
export const diffWords = (before: string, after: string): DiffPart[] =>
  joined(changesOf(tokensOf(before), tokensOf(after)))
    .flatMap(({ removed, added, same }): DiffPart[] => [
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
      { kind: 'same', text: same },
    ])
    .filter(({ text }) => text !== '');
