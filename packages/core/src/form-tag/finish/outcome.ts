import type { SubmissionPhase } from '../../submission/form-widget.ts';
import type { FormController } from '../form-controller.ts';
import type { Finish } from './finish.ts';
import { focusHeading } from './focus.ts';

/** Brings the person to what became of the answer, or tells them of it where they have turned to meanwhile. */
const bringTo = (survey: FormController, asked: boolean, key: string): void => {
  const { activeElement } = document;
  // The button just pressed is gone: then nothing has the focus.
  const isHere = survey.host.matches(':focus-within') || (asked && (!activeElement || activeElement === document.body));
  if (isHere) focusHeading(survey);
  else survey.announce(survey.language.t(key));
};

/** Shows what became of the answer just now, to the page and to the person; `asked`: who has just pressed "send". */
export const showArrived = (survey: FormController, phase: SubmissionPhase, asked: boolean): void => {
  survey.enter(phase);
  if (phase.name === 'submitted') survey.finish?.companion?.submitted?.();
  if (phase.name !== 'attention') survey.host.dispatchEvent(survey.finish!.late.event(phase.name, survey.detail));
  bringTo(survey, asked, phase.name === 'queued' && !phase.durable ? 'form.queued-memory' : `form.${phase.name}`);
};

/** Tries once more because the person asks; when it was in vain, the heading that says so is read out again. */
export const sendAgain = async ({ submission, survey }: Finish): Promise<void> => {
  survey.announce(survey.language.t('form.sending'));
  await submission.sending.again();
  survey.announce('');
  if (survey.phase.name === 'queued') focusHeading(survey);
};

const putRight = async (finish: Finish, newId?: string): Promise<void> => {
  const { survey, drafts } = finish;
  const { code = '' } = drafts.entry?.problem ?? {};
  try {
    await finish.submission.putRight(newId);
    // The tag has begun anew with the draft.
    await survey.finish?.prepare();
    survey.finish?.companion?.corrected?.(code);
  } catch {
    finish.tellTrouble('form.device-failed');
  }
};

/** Goes back to the questions with everything as it was, and to what the service has found wrong. */
export const correct = (finish: Finish): Promise<void> => putRight(finish);

/** The key is spent: the same answers go out as a submission of their own. */
export const sendAsNew = (finish: Finish): Promise<void> => putRight(finish, finish.survey.services!.platform.uuid());
