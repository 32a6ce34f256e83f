import { checkPage } from '@cmto/contract/rules/validity';
import type { FormSession } from '../../form/form-session.ts';
import type { ShownIssue } from '../../submission/refused.ts';
import type { Finish } from './finish.ts';
import { focusSummary } from './focus.ts';
import { fieldAt, wordsOf } from './issue-words.ts';
import type { ErrorSummary } from './summary-view.ts';

/** The field that an issue's pointer is about: `/temi/1` → `temi`, `/referenti/0/nome` → `referenti/0/nome`. */
const pathOf = (session: FormSession, issue: Pick<ShownIssue, 'pointer'>): string => {
  const parts = issue.pointer.split('/').slice(1);
  const isGroup = fieldAt(session, parts[0] ?? '')?.type === 'group';
  return parts.slice(0, isGroup && parts.length > 2 ? 3 : 1).join('/');
};

/** Puts the errors beside their fields, in the language spoken now. */
export const tell = ({ survey, issues }: Finish): void => {
  const session = survey.session!;
  session.showErrors(new Map([...issues].map(([path, issue]) => [path, wordsOf(session, path, issue)])));
};

/** Shows errors beside their fields and as a summary, and brings the person to it; undefined when there are none. */
export const showIssues = (finish: Finish, issues: readonly ShownIssue[]): ErrorSummary | undefined => {
  const { survey, pace, issues: shown } = finish;
  const session = survey.session!;
  shown.clear();
  for (const issue of issues) {
    const path = pathOf(session, issue);
    if (!shown.has(path)) shown.set(path, issue);
  }
  // An error far down a long page must have its field on the page to be gone to.
  if (shown.size > 0) pace.finish();
  tell(finish);
  if (shown.size === 0) return undefined;
  focusSummary(survey);
  return { lines: [...shown].map(([path, issue]) => ({ path, issue })) };
};

/** An answer that was shown as wrong has changed: its error goes, or tells what is still wrong. */
export const recheck = (finish: Finish, path: string): void => {
  const { phase, session } = finish.survey;
  if (!session?.errors.has(path) || phase.name !== 'ready' || phase.step.kind !== 'page') return;
  const { state } = session;
  const issue = checkPage(state.form, phase.step.page, state.answers).find((each) => pathOf(session, each) === path);
  if (issue && wordsOf(session, path, issue) === session.errors.get(path)) return;
  if (issue) finish.issues.set(path, issue);
  else finish.issues.delete(path);
  tell(finish);
};

/** Goes to the first page that has something to put right; on a page that is shown, stays. */
export const showFirst = (finish: Finish, issues: readonly ShownIssue[]): void => {
  const { survey } = finish;
  const { pages } = survey.session!.state;
  const page = pages.find(({ fields }) => fields.some((field) => issues.some((issue) => issue.field === field.id)));
  if (page) finish.change(page);
  const here = issues.filter((issue) => page?.fields.some((field) => field.id === issue.field));
  finish.summary = showIssues(finish, here);
  survey.host.requestUpdate();
};
