import type { Page } from '@cmto/contract';
import type { Step } from './phase.ts';

/** "Step n of m": the visible pages and, when there are several, the review at the end. */
export interface Progress {
  readonly current: number;
  readonly total: number;
}

/** A survey of one page is sent from that page: everything is in view already. */
export const hasReview = (pages: readonly Page[]): boolean => pages.length > 1;

export const progressOf = (pages: readonly Page[], step: Step): Progress => {
  const total = pages.length + (hasReview(pages) ? 1 : 0);
  const index = step.kind === 'review' ? total - 1 : pages.findIndex((page) => page.id === step.page.id);
  return { current: index + 1, total };
};

/** The step after; undefined at the end, where the answer is sent. */
export const stepAfter = (pages: readonly Page[], step: Step): Step | undefined => {
  if (step.kind === 'review') return undefined;
  const page = pages[pages.findIndex(({ id }) => id === step.page.id) + 1];
  if (page) return { kind: 'page', page };
  return hasReview(pages) ? { kind: 'review' } : undefined;
};

/** The step before; undefined on the first page. */
export const stepBefore = (pages: readonly Page[], step: Step): Step | undefined => {
  const index = step.kind === 'review' ? pages.length : pages.findIndex(({ id }) => id === step.page.id);
  const page = pages[index - 1];
  return page && { kind: 'page', page };
};
