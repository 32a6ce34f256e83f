import { checkPage } from '@cmto/contract/rules/validity';
import type { Page } from '@cmto/contract';
import type { FormAnswers } from '../../form/form-answers.ts';
import { loadMarkdown } from '../../text/rich-text.ts';
import type { Step } from '../model/phase.ts';
import { hasReview, stepAfter, stepBefore } from '../model/progress.ts';
import { showIssues } from './errors.ts';
import type { Finish } from './finish.ts';
import { focusHeading } from './focus.ts';

/** Brings the code of a page's kinds; its fields say "loading" until then. */
const bringKinds = async (finish: Finish, page: Page): Promise<void> => {
  const { survey } = finish;
  try {
    const [, marked] = await Promise.all([survey.loadKinds(page.fields), loadMarkdown([page])]);
    if (marked) survey.host.requestUpdate();
    for (const field of page.fields) {
      const view = survey.session?.view(field);
      if (view && (view.pending || marked)) view.requestUpdate();
    }
  } catch {
    finish.tellTrouble('form.part-missing');
  }
};

/** Shows a step and brings the person to its heading. */
export const goTo = (finish: Finish, step: Step): void => {
  const { survey } = finish;
  finish.noteTrap();
  finish.summary = showIssues(finish, []);
  finish.trouble = undefined;
  survey.enter({ name: 'ready', step });
  finish.pace.restart();
  if (step.kind === 'page') {
    finish.drafts.changed({ formPage: step.page.id });
    void bringKinds(finish, step.page);
  }
  survey.host.dispatchEvent(
    survey.finish!.late.stepEvent({ ...survey.detail, step: step.kind === 'page' ? step.page.id : 'review' }),
  );
  focusHeading(survey);
};

/** A date or time half typed has made no event yet: what the boxes hold now is what counts. */
const readHalfTyped = ({ survey }: Finish): void => {
  const boxes = survey.host.renderRoot.querySelectorAll('[type=date], [type=time]');
  for (const target of boxes) survey.session?.readFrom({ target });
};

/** After a change from the review: the first page that now lacks something, else the review again. */
const stepAfterChange = ({ form, answers, pages }: FormAnswers): Step => {
  const page = pages.find((each) => checkPage(form, each, answers).length > 0);
  return page ? { kind: 'page', page } : { kind: 'review' };
};

/** Goes on to the next step if this one is in order; after the last the answer is sent. */
export const goOn = async (finish: Finish): Promise<void> => {
  const { survey } = finish;
  const { session } = survey;
  await finish.drafts.files.settled();
  const { phase } = survey;
  if (!session || phase.name !== 'ready') return;
  const { state } = session;
  if (phase.step.kind === 'page') {
    readHalfTyped(finish);
    finish.summary = showIssues(finish, checkPage(state.form, phase.step.page, state.answers));
    survey.host.requestUpdate();
    if (finish.summary) return;
  }
  const isChanging = finish.changing === session && phase.step.kind === 'page' && hasReview(state.pages);
  const step = isChanging ? stepAfterChange(state) : stepAfter(state.pages, phase.step);
  if (step?.kind === 'review') finish.changing = undefined;
  if (step) goTo(finish, step);
  else await finish.submission.sending.send();
};

export const goBack = (finish: Finish): void => {
  const { session, phase } = finish.survey;
  if (!session || phase.name !== 'ready') return;
  const step = stepBefore(session.state.pages, phase.step);
  if (step) goTo(finish, step);
};
