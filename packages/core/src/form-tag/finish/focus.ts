import type { FormController } from '../form-controller.ts';

const focusRendered = ({ host }: FormController, selector: string): void => {
  void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
};

/** Brings the person to the heading of what is shown now, once it is rendered. */
export const focusHeading = (survey: FormController): void => focusRendered(survey, '[data-heading]');

/** Brings the person to the error summary. */
export const focusSummary = (survey: FormController): void => focusRendered(survey, '.summary');

/** Brings a field's label into view, then focuses its control: a label off screen would leave the error a riddle. */
export const focusField = ({ host }: FormController, path: string): void => {
  const field = host.renderRoot.querySelector(`[data-field="${CSS.escape(path)}"]`);
  field?.scrollIntoView({ block: 'start' });
  field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
};
