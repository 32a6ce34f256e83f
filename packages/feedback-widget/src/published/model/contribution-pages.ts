import type { Contribution, ContributionList } from '@cmto/contract';

/** Where a list of published contributions is. `more`: the next page is on its way; `stopped`: it did not come. */
export type PagesPhase = 'idle' | 'loading' | 'failed' | 'shown' | 'more' | 'stopped';

/** Pages of one list, joined as they come. */
export interface ContributionPages {
  readonly phase: PagesPhase;
  readonly contributions: readonly Contribution[];
  /** Cursor of what follows; absent at the end. */
  readonly next?: string | undefined;
}

export const noPages: ContributionPages = { phase: 'idle', contributions: [] };

/** The list with another page. What has moved in between is not shown twice. */
export const withPage = (
  { contributions }: ContributionPages,
  { contributions: page, next }: ContributionList,
): ContributionPages => {
  const known = new Set(contributions.map(({ id }) => id));
  return { phase: 'shown', contributions: [...contributions, ...page.filter(({ id }) => !known.has(id))], next };
};

/** The list, one of whose contributions so many agree with. */
export const withAgreements = (pages: ContributionPages, id: string, agreements: number): ContributionPages => ({
  ...pages,
  contributions: pages.contributions.map((one) => (one.id === id ? { ...one, agreements } : one)),
});
