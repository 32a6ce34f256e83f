import type { AnswerValue } from '@cmto/contract';
import type { FormSession } from './form-session.ts';
import { nothing, render } from 'lit-html';

/** Shows an answer that was not given here: the field is made anew, for controls hold what was typed in them. */
export const showAnswer = (session: FormSession, id: string, value: AnswerValue | undefined): void => {
  const field = session.state.field(id);
  if (!field) return session.set(id, id, value);
  const view = session.view(field);
  // Taken away first: a control in which the cursor is tells once more, as it goes, what was typed in it.
  render(nothing, view.element);
  session.forgetRows(view);
  session.set(id, id, value);
  view.requestUpdate();
};
