import type { Field, FieldOf, Survey } from '@cmto/contract/schemas';

type Line = { value: string; label: unknown };

const pick = (type: string, name: string, line: Line) =>
  `<label><input type="${type}" name="${name}" value="${line.value}"> ${line.label}</label>`;

const legend = (field: { label: unknown; required?: boolean | undefined }) =>
  `<legend>${field.label}${field.required ? ' *' : ''}</legend>`;

function labelled(field: FieldOf<'text'>, control: string): string {
  return `<label for="${field.id}">${field.label}${field.required ? ' *' : ''}</label>${control}`;
}

function matrix(field: FieldOf<'matrix'>): string {
  const head = field.columns.map((column) => `<th scope="col">${column.label}</th>`).join('');
  const row = (line: Line) =>
    `<tr><th scope="row">${line.label}</th>${field.columns
      .map(
        (column) =>
          `<td><input type="radio" name="${field.id}.${line.value}" value="${column.value}" aria-label="${line.label}, ${column.label}"></td>`,
      )
      .join('')}</tr>`;
  return `<fieldset>${legend(field)}<table><tr><td></td>${head}</tr>${field.rows.map(row).join('')}</table></fieldset>`;
}

function control(field: Field): string {
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const type = field.type === 'choice' ? 'radio' : 'checkbox';
      return `<fieldset>${legend(field)}${field.options.map((line) => pick(type, field.id, line)).join('')}</fieldset>`;
    }
    case 'scale': {
      const steps = Array.from({ length: field.max - field.min + 1 }, (_, index) => `${field.min + index}`);
      return `<fieldset>${legend(field)}${steps.map((value) => pick('radio', field.id, { value, label: value })).join('')}</fieldset>`;
    }
    case 'matrix':
      return matrix(field);
    case 'dropdown': {
      const options = field.options.map((line) => `<option value="${line.value}">${line.label}</option>`).join('');
      const empty = '<option value="">Scegli</option>';
      return labelled(field as never, `<select id="${field.id}" name="${field.id}">${empty}${options}</select>`);
    }
    case 'long-text':
      return labelled(field as never, `<textarea id="${field.id}" name="${field.id}" rows="4"></textarea>`);
    default: {
      const type = field.type === 'number' || field.type === 'date' ? field.type : 'text';
      return labelled(field as never, `<input type="${type}" id="${field.id}" name="${field.id}">`);
    }
  }
}

const hiddenAtFirst = (field: Field) => ('visibleIf' in field && field.visibleIf ? ' hidden' : '');

/** The survey as one plain form, all pages in the markup, for the limit that no script can pass. */
export function htmlForm(survey: Survey): string {
  const last = survey.form.pages.length - 1;
  const pages = survey.form.pages.map((page, index) => {
    const fields = page.fields.map(
      (field) => `<div class="field" data-field="${field.id}"${hiddenAtFirst(field)}>${control(field)}</div>`,
    );
    const button = `<button type="button" data-go="${index + 1}">${index === last ? 'Invia' : 'Avanti'}</button>`;
    return `<section${index ? ' hidden' : ''}><h3>${page.title}</h3>${fields.join('')}${button}</section>`;
  });
  return `<form data-widget novalidate><h2>${survey.title}</h2><p>${survey.intro}</p><p>${survey.minutes} minuti</p><p>${survey.privacy.notice as string}</p>${pages.join('')}</form>`;
}

/** What a careful author writes by hand: answers kept, one delegated listener, dependants shown by `hidden`. */
export function htmlScript(surveys: readonly Survey[]): string {
  const rules = surveys.map((survey) => {
    const dependants: Record<string, [id: string, value: unknown][]> = {};
    for (const field of survey.form.pages.flatMap((page) => page.fields)) {
      const condition = 'visibleIf' in field ? field.visibleIf : undefined;
      if (condition && 'field' in condition) (dependants[condition.field] ??= []).push([field.id, condition.value]);
    }
    return dependants;
  });
  return `<script>{const rules=${JSON.stringify(rules)};
document.querySelectorAll('form').forEach((form,n)=>{const answers={};
const keep=e=>{const t=e.target;answers[t.name]=t.type=='checkbox'?[...form.elements[t.name]].filter(c=>c.checked).map(c=>c.value):t.value;
for(const[id,value]of rules[n][t.name]??[])form.querySelector('[data-field="'+id+'"]').hidden=answers[t.name]!=value};
form.addEventListener('input',keep);form.addEventListener('change',keep);
form.addEventListener('click',e=>{const to=form.children[4+ +e.target.dataset.go];if(to){e.target.parentNode.hidden=true;to.hidden=false}})})}</script>`;
}
