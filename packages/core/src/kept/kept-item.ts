import type { Entry } from '../storage/entry.ts';

/** Milliseconds after which a person is asked whether a draft is still wanted; it is never deleted unasked. */
const old = 30 * 24 * 60 * 60 * 1000;

/** Whether a draft has lain here so long that it may have been forgotten. The clock only asks, it decides nothing. */
export const isOld = ({ state, savedAt }: Entry, now: number): boolean => state === 'draft' && now - savedAt > old;

/** The name by which a person knows it; of an older kit's entry only its address does. */
export const titleOf = ({ title, path }: Entry): string => title ?? path.split('/')[2] ?? path;

/** What the person has to look at comes first, then what waits, then what is done; the latest first in each. */
const order = ['attention', 'queued', 'draft', 'delivered'] as const;

export const inOrder = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.savedAt - a.savedAt);

/** Where a person goes on with it: a page of this very site, as everything kept here was begun on one. */
export const pageOf = ({ state, page = '' }: Entry): string | undefined =>
  (state === 'draft' || state === 'attention') && /^https?:/.test(page) && page.startsWith(`${location.origin}/`)
    ? page
    : undefined;
