import type { FormWidget } from './form-widget.ts';

/**
 * For what a tag begins anew, as the end of the key of its words: what it showed was deleted somewhere else; what was
 * to be deleted has arrived; or it is on its way.
 */
export type DraftNews = 'deleted-elsewhere' | 'sent-not-deleted' | 'queued-not-deleted';

/** Begins anew because of what happened in another tab, and says what that was. */
export const beginAnew = async (widget: FormWidget, news: DraftNews): Promise<void> => {
  await widget.restart();
  const next = await widget.restarted();
  if (!next) return;
  // The words may speak of the receipt, which is shown from here on. What cannot be read now is shown later.
  if (news === 'sent-not-deleted') await next.drafts.open().catch(() => undefined);
  next.drafts.others.news = news;
  widget.tell(news);
};
