import type { FieldOf, MatrixLine } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FieldContext, FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';

export { matrixStyles as styles } from './matrix.styles.ts';

type Matrix = FieldContext<FieldOf<'matrix'>>;
type Rows = { readonly [row: string]: string | readonly string[] };

const chosenIn = (context: Matrix, row: MatrixLine): readonly string[] => {
  const rows = (context.value ?? {}) as Rows;
  const chosen = Object.hasOwn(rows, row.value) ? rows[row.value] : undefined;
  return typeof chosen === 'string' ? [chosen] : (chosen ?? []);
};

const renderCell = (
  context: Matrix,
  name: string,
  isFirst: boolean,
  column: MatrixLine,
  checked: boolean,
): TemplateResult =>
  html`<label class="matrix-cell"
    ><input
      id=${isFirst ? context.id : nothing}
      type=${context.field.multiple ? 'checkbox' : 'radio'}
      name=${name}
      value=${column.value}
      ?checked=${checked}
    /><span class="matrix-words">${context.text(column.label)}</span></label
  >`;

const renderRow = (context: Matrix, row: MatrixLine, index: number): TemplateResult => {
  const { id, field, required } = context;
  const name = `${id}-${index}`;
  const chosen = chosenIn(context, row);
  return html`<div
    class="matrix-row"
    role=${field.multiple ? 'group' : 'radiogroup'}
    aria-labelledby="${name}-row"
    aria-required=${required && !field.multiple ? 'true' : nothing}
    aria-invalid=${context.error && chosen.length === 0 ? 'true' : nothing}
    data-row=${index}
  >
    <span class="matrix-head" id="${name}-row">${context.text(row.label)}</span>
    ${field.columns.map((column, at) => renderCell(context, name, index + at === 0, column, chosen.includes(column.value)))}
  </div>`;
};

/** How much room the columns need to stand beside each other; the styles know from which width on each has it. */
const roomClass = (columns: number): string => (columns <= 5 ? 'few' : columns <= 9 ? 'some' : 'many');

/**
 * One group of native controls per row, named by the row; every control named by its column. Where there is room the
 * styles lay them out as a table, with the column words once on top; where there is not, as one list per row. The same
 * elements in both: a screen reader never depends on the width.
 */
export const kind: FieldKind<FieldOf<'matrix'>> = {
  render(context) {
    const { rows, columns } = context.field;
    return renderFieldset(
      context,
      'group',
      html`<div class="matrix ${roomClass(columns.length)}">
        <div class="matrix-table">
          <div class="matrix-top" aria-hidden="true">
            <span></span>${columns.map((column) => html`<span>${context.text(column.label)}</span>`)}
          </div>
          ${rows.map((row, index) => renderRow(context, row, index))}
        </div>
      </div>`,
    );
  },
  read(root, { field }) {
    const answer = field.rows.flatMap((row, index): [string, string | string[]][] => {
      const checked = root.querySelectorAll<HTMLInputElement>(`[data-row="${index}"] :checked`);
      const values = [...checked].map(({ value }) => value);
      return values.length > 0 ? [[row.value, field.multiple ? values : values[0]!]] : [];
    });
    return answer.length > 0 ? Object.fromEntries(answer) : undefined;
  },
};
