import type { AnswerValue, OtherAnswer } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type Framed, invalid } from './frame.ts';

/** One line of a list of radios or checkboxes, its words ready to show. */
export interface Line {
  readonly value: string;
  readonly label: unknown;
  /** Never left out: a page may have put a `help` on every object. */
  readonly help: unknown;
  readonly checked: boolean;
  /** Cannot go with any other: set apart. */
  readonly exclusive: boolean | undefined;
}

/** A line of the kit's own, with nothing but its words. */
export const plainLine = (value: string, label: string, checked: boolean): Line => ({
  value,
  label,
  checked,
  help: undefined,
  exclusive: undefined,
});

/** Whether an answer, or one of several, is "other, namely". */
export const isOther = (value: unknown): value is OtherAnswer =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'other');

/** The text box that styles show only while "other" is chosen, in a list or a `<select>`. */
export const renderOther = ({ id, t }: Framed, answer: unknown): TemplateResult =>
  html`<label class="other"
    >${t('field.other-text')}<input name="${id}-other" autocomplete="off" value=${isOther(answer) ? answer.other : ''}
  /></label>`;

/** What was typed there. */
export const readOther = (root: HTMLElement): OtherAnswer => ({
  other: root.querySelector<HTMLInputElement>('.other input')!.value,
});

/** The value of one checked control: no option's value is empty, so an empty one is "other". */
export const readLine = (root: HTMLElement, { value }: HTMLInputElement): string | OtherAnswer =>
  value || readOther(root);

/** "Other" stands last, but before the lines that exclude it. */
const withOther = (lines: readonly Line[], other: Line): Line[] => {
  const at = lines.findIndex(({ exclusive }) => exclusive);
  return lines.toSpliced(at < 0 ? lines.length : at, 0, other);
};

/**
 * Native radios or checkboxes, one line each. The first carries the field's id. None is marked required: an untouched
 * radio would be announced as wrong, and the set around them says that an answer is needed. Whoever hosts the field
 * makes a list whose lines change anew: the controls hold what was chosen, and must not pass it on to another line.
 */
export const renderLines = (
  context: Framed,
  type: 'radio' | 'checkbox',
  lines: readonly Line[],
  other?: AnswerValue,
): unknown => {
  const { id, t } = context;
  const isSet = type === 'checkbox';
  const all = other === undefined ? lines : withOther(lines, plainLine('', t('field.other'), isOther(other)));
  const renderLine = ({ value, label, help, checked, exclusive }: Line, index: number): TemplateResult => html`
    ${exclusive && index > 0 && !all[index - 1]!.exclusive ? html`<p class="or">${t('field.or')}</p>` : nothing}<label
      class="line"
      ><input
        id=${index ? nothing : id}
        type=${type}
        name=${id}
        value=${value}
        ?checked=${checked}
        aria-invalid=${isSet ? invalid(context) : nothing}
        aria-describedby=${help ? `${id}-${index}-help` : nothing}
      /><span>${label}</span></label
    >${help ? html`<p class="line-help" id="${id}-${index}-help">${help}</p>` : nothing}${
      value ? nothing : renderOther(context, other)
    }
  `;
  return html`<div class="lines">${all.map(renderLine)}</div>`;
};
