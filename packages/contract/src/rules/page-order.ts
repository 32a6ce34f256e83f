import type { Form, Page } from '../schemas/form.ts';
import type { Answers } from '../schemas/submission.ts';
import { visibilityOf } from './visibility.ts';

const neighbour = (form: Form, answers: Answers, pageId: string, step: 1 | -1): Page | undefined => {
  const start = form.pages.findIndex(({ id }) => id === pageId);
  if (start < 0) return undefined;
  const visible = new Set(visibilityOf(form, answers).pages);
  for (let at = start + step; at >= 0 && at < form.pages.length; at += step) {
    const page = form.pages[at]!;
    if (visible.has(page)) return page;
  }
  return undefined;
};

/** The next visible page; undefined after the last one and for an unknown page. */
export const pageAfter = (form: Form, answers: Answers, pageId: string): Page | undefined =>
  neighbour(form, answers, pageId, 1);

/** The visible page before; undefined before the first one and for an unknown page. */
export const pageBefore = (form: Form, answers: Answers, pageId: string): Page | undefined =>
  neighbour(form, answers, pageId, -1);
