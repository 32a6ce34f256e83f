import type { FieldOf } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FieldContext, FieldKind } from './field-context.ts';
import { describedBy, invalid, renderField } from './frame.ts';
import { formatNumber, readNumber } from './number-text.ts';

type TextField = FieldOf<
  'text' | 'email' | 'phone' | 'url' | 'tax-code' | 'iban' | 'postal-code' | 'number' | 'date' | 'time'
>;

/** Attributes of the one `<input>`; what is no prose (it sets `autocapitalize`) is written left to right everywhere. */
type Settings = readonly [type?: string, inputmode?: string, autocomplete?: string, autocapitalize?: string];

const render = (context: FieldContext<TextField>, settings: Settings): TemplateResult => {
  const [type = nothing, mode = nothing, complete = nothing, capitals = nothing] = settings;
  const { id, field, value, t } = context;
  const { maxLength, unit } = field as Partial<FieldOf<'text'> & FieldOf<'number'>>;
  const { min, max } = field as Partial<FieldOf<'date'>>;
  const hint = maxLength && t('field.max-length', { n: maxLength });
  const isCode = capitals !== nothing;
  const isNative = type === 'date' || type === 'time';
  return renderField(
    context,
    html`<input
        id=${id}
        name=${id}
        type=${type}
        value=${formatNumber(value, t('field.decimal'))}
        inputmode=${mode}
        autocomplete=${complete}
        autocapitalize=${capitals}
        spellcheck=${isCode ? 'false' : nothing}
        dir=${isCode ? 'ltr' : nothing}
        min=${(isNative && min) || nothing}
        max=${(isNative && max) || nothing}
        ?required=${context.required}
        aria-invalid=${invalid(context)}
        aria-describedby=${describedBy(context, hint, unit && 'unit')}
      />${unit ? html` <span class="unit" id="${id}-unit">${context.text(unit)}</span>` : nothing}`,
    hint,
  );
};

const textKind = (...settings: Settings): FieldKind<TextField> => ({
  render: (context) => render(context, settings),
  // What is half typed has no value, but it is an answer: one that the rules will name as wrong.
  read(root) {
    const { value, validity } = root.querySelector('input')!;
    return value || (validity.badInput ? '?' : undefined);
  },
});

/** The kinds that are one `<input>`. Those whose values may be typed with spaces have no `maxlength`. */
export const textKinds = {
  text: textKind(),
  email: textKind('email', 'email', 'email', 'none'),
  phone: textKind('tel', 'tel', 'tel'),
  url: textKind('url', 'url', 'url', 'none'),
  'tax-code': textKind('text', 'text', 'off', 'characters'),
  iban: textKind('text', 'text', 'off', 'characters'),
  'postal-code': textKind('text', 'numeric', 'postal-code'),
  date: textKind('date'),
  time: textKind('time'),
  /** Not `type="number"`: it refuses the decimal comma in many browsers, and changes when scrolled over. */
  number: {
    ...textKind('text', 'decimal', 'off'),
    read: (root, { t }) => readNumber(root.querySelector('input')!.value, t('field.decimal')),
  } satisfies FieldKind<TextField>,
};
