import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Condition, Field, FieldOf, Survey } from '@cmto/contract/schemas';

type Line = { value: string; label: unknown };

const legend = (field: { label: unknown; required?: boolean | undefined }) =>
  html`<legend>${field.label}${field.required ? ' *' : nothing}</legend>`;

const label = (field: { id: string; label: unknown; required?: boolean | undefined }) =>
  html`<label for=${field.id}>${field.label}${field.required ? ' *' : nothing}</label>`;

const picks = (field: Field & { label: unknown }, type: string, lines: readonly Line[]) =>
  html`<fieldset>
    ${legend(field)}${lines.map(
      (line) => html`<label><input type=${type} name=${field.id} value=${line.value} /> ${line.label}</label>`,
    )}
  </fieldset>`;

const matrix = (field: FieldOf<'matrix'>) =>
  html`<fieldset>
    ${legend(field)}
    <table>
      <tr>
        <td></td>
        ${field.columns.map((column) => html`<th scope="col">${column.label}</th>`)}
      </tr>
      ${field.rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.label}</th>
            ${field.columns.map(
              (column) =>
                html`<td>
                  <input
                    type="radio"
                    name=${`${field.id}.${row.value}`}
                    value=${column.value}
                    aria-label=${`${row.label}, ${column.label}`}
                  />
                </td>`,
            )}
          </tr>`,
      )}
    </table>
  </fieldset>`;

/** Plain nodes: a template for each of thousands of options is what a careful author would avoid first. */
function optionsOf(field: FieldOf<'dropdown'>): Node {
  const nodes = document.createDocumentFragment();
  for (const line of field.options) nodes.append(new Option(line.label as string, line.value));
  return nodes;
}

function control(field: Field): TemplateResult | typeof nothing {
  switch (field.type) {
    case 'choice':
      return picks(field, 'radio', field.options);
    case 'choices':
      return picks(field, 'checkbox', field.options);
    case 'scale': {
      const steps = Array.from({ length: field.max - field.min + 1 }, (_, index) => `${field.min + index}`);
      return picks(
        field,
        'radio',
        steps.map((value) => ({ value, label: value })),
      );
    }
    case 'matrix':
      return matrix(field);
    case 'dropdown':
      return html`${label(field)}<select id=${field.id} name=${field.id}>
          <option value="">Scegli</option>
          ${guard([field], () => optionsOf(field))}
        </select>`;
    case 'long-text':
      return html`${label(field)}<textarea id=${field.id} name=${field.id} rows="4"></textarea>`;
    case 'number':
    case 'date':
    case 'text':
      return html`${label(field)}<input type=${field.type} id=${field.id} name=${field.id} />`;
    default:
      return nothing;
  }
}

/** The least a Lit element must do to show the form: the limit for anything built on Lit. */
export class LitSurvey extends LitElement {
  declare survey: Survey | undefined;
  static override properties = { survey: { attribute: false } };
  static override styles = css`
    label {
      display: block;
    }
    .field {
      margin: 1em 0;
    }
  `;

  #answers: Record<string, unknown> = {};
  #page = 0;
  #asked = new Set<string>();

  override willUpdate(): void {
    this.#asked = new Set(
      this.survey?.form.pages.flatMap((page) =>
        page.fields.flatMap((field) => ('visibleIf' in field && field.visibleIf ? asked(field.visibleIf) : [])),
      ),
    );
  }

  #keep = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const group = this.renderRoot.querySelectorAll<HTMLInputElement>(`[name="${input.name}"]:checked`);
    this.#answers[input.name] = input.type === 'checkbox' ? Array.from(group, (one) => one.value) : input.value;
    if (this.#asked.has(input.name)) this.requestUpdate();
  };

  #next = (): void => {
    this.#page += 1;
    this.requestUpdate();
  };

  override render(): unknown {
    const { survey } = this;
    const page = survey?.form.pages[this.#page];
    if (!survey || !page) return nothing;
    const shown = page.fields.filter((field) => !('visibleIf' in field) || isShown(field.visibleIf, this.#answers));
    return html`<form novalidate @input=${this.#keep} @change=${this.#keep}>
      <h2>${survey.title}</h2>
      <p>${survey.intro}</p>
      <p>${survey.minutes} minuti</p>
      <p>${survey.privacy.notice}</p>
      <h3>${page.title}</h3>
      ${
        // A template of its own, so that all questions enter the form at once: one by one, Chromium walks the whole
        // form at each, which for a thousand questions costs two seconds.
        html`<div>
          ${shown.map((field) => html`<div class="field" data-field=${field.id}>${control(field)}</div>`)}
        </div>`
      }
      <button type="button" @click=${this.#next}>Avanti</button>
    </form>`;
  }
}

const asked = (condition: Condition): string[] => ('field' in condition ? [condition.field] : []);

const isShown = (condition: Condition | undefined, answers: Record<string, unknown>): boolean =>
  !condition || ('field' in condition && answers[condition.field] === condition.value);
