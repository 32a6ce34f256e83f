import type { AnswerableField } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FieldContext } from './field-context.ts';

/** A field that has a label, help and an answer: every kind but `note`. */
export type Framed = FieldContext<AnswerableField>;

/** Ids of what describes a control, for `aria-describedby`: its help, `part` of the kind's own, its error. */
export const describedBy = ({ field, id, error }: Framed, hint?: unknown, part?: unknown): string | typeof nothing =>
  [(field.help || hint) && 'help', part, error && 'error'].flatMap((name) => (name ? `${id}-${name}` : [])).join(' ') ||
  nothing;

/** Always said, for some screen readers take an empty required control for a wrong one. */
export const invalid = ({ error }: Framed): 'true' | 'false' => (error ? 'true' : 'false');

/** The asterisk of a required field; screen readers hear "required" from the control. */
export const renderMark = ({ required }: Framed): unknown =>
  required ? html`<span class="mark" aria-hidden="true"> *</span>` : nothing;

/** Help before the control, the editor's and the kind's own. */
export const renderHelp = (context: Framed, hint?: unknown): unknown =>
  context.field.help || hint
    ? html`<div class="help" id="${context.id}-help">
        ${context.rich(context.field.help)}${hint ? html`<p>${hint}</p>` : nothing}
      </div>`
    : nothing;

/** What is wrong, under the control. */
export const renderError = ({ id, error, t }: Framed): unknown =>
  error ? html`<p class="error" id="${id}-error"><span class="sr">${t('field.error')} </span>${error}</p>` : nothing;

/** One control under its `<label>`, with help before it and the error after it. */
export const renderField = (context: Framed, control: unknown, hint?: unknown): TemplateResult =>
  html`<label class="label" id="${context.id}-label" for=${context.id}
      >${context.text(context.field.label)}${renderMark(context)}</label
    >${renderHelp(context, hint)}${control}${renderError(context)}`;

/** How a set of controls is announced: `radiogroup` takes one answer, `group` any number. */
export type SetRole = 'radiogroup' | 'group';

/** Several controls under one `<legend>`. A plain group cannot be marked required in ARIA: there, hidden words say it. */
export const renderFieldset = (context: Framed, role: SetRole, content: unknown, hint?: unknown): TemplateResult => {
  const { id, required, t } = context;
  const single = role === 'radiogroup';
  return html`<fieldset
    role=${role}
    aria-labelledby="${id}-label"
    aria-describedby=${describedBy(context, hint)}
    aria-invalid=${single ? invalid(context) : nothing}
    aria-required=${single && required ? 'true' : nothing}
  >
    <legend class="label" id="${id}-label">
      ${context.text(context.field.label)}${renderMark(context)}${
        required && !single ? html`<span class="sr"> ${t('field.required')}</span>` : nothing
      }
    </legend>
    ${renderHelp(context, hint)}${content}${renderError(context)}
  </fieldset>`;
};
