import { readFileSync } from 'node:fs';
import type { Field, FieldOf, Page, Survey } from '@cmto/contract/schemas';

/** The forms measured: the nine types of the design page in rotation. */
export interface Shape {
  questions: number;
  pages?: number;
  /** The first question shows or hides the fifty after it. */
  toggle?: boolean;
  /** Options of a dropdown; without it the 312 municipalities. */
  options?: number;
}

/** How many questions the first one toggles in the interaction bench. */
export const TOGGLED = 50;

const lines = readFileSync(new URL('../../packages/contract/data/municipalities.csv', import.meta.url), 'utf8');
const municipalities = lines
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([value, label]) => ({ value: value!, label: label! }));

const several = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index + 1}`, label: `${word} ${index + 1}` }));

type Maker = (base: { id: string; label: string }, options: number | undefined) => Field;
const rotation: Maker[] = [
  (base) => ({ ...base, type: 'choice', options: several(5, 'Opzione') }),
  (base) => ({ ...base, type: 'text', maxLength: 200 }),
  (base) => ({ ...base, type: 'long-text', maxLength: 2000 }),
  (base) => ({ ...base, type: 'choices', options: several(6, 'Tema') }),
  (base) => ({ ...base, type: 'scale', min: 1, max: 5 }),
  (base) => ({ ...base, type: 'number', min: 0, max: 1000 }),
  (base) => ({ ...base, type: 'date' }),
  (base) => ({ ...base, type: 'matrix', rows: several(5, 'Riga'), columns: several(5, 'Giudizio') }),
  (base, options) => ({ ...base, type: 'dropdown', options: municipalities.slice(0, options) }),
];

function fieldAt(index: number, { toggle = false, options }: Shape): Field {
  const base = { id: `q${index + 1}`, label: `Domanda ${index + 1}: come si legge nel questionario?` };
  if (toggle && index === 0) return { ...base, type: 'choice', options: several(2, 'Risposta') };
  const field: Field = rotation[index % rotation.length]!(base, options);
  const rules = field as FieldOf<'text'>;
  if (index % 3 === 2) rules.required = true;
  if (toggle && index <= TOGGLED) rules.visibleIf = { field: 'q1', op: 'equals', value: 'v1' };
  else if (index % 10 === 9) rules.visibleIf = { field: `q${lastChoice(index) + 1}`, op: 'equals', value: 'v2' };
  return field;
}

/** The nearest question before `index` that is a choice of five. */
const lastChoice = (index: number) => index - 1 - ((index - 1) % rotation.length);

/** The definition of a shape, as `GET /surveys/{slug}` serves it. */
export function surveyOf(slug: string, shape: Shape): Survey {
  const fields = Array.from({ length: shape.questions }, (_, index) => fieldAt(index, shape));
  const perPage = Math.ceil(shape.questions / (shape.pages ?? 1));
  const pages: Page[] = [];
  for (let start = 0; start < fields.length; start += perPage) {
    const number = pages.length + 1;
    pages.push({ id: `p${number}`, title: `Parte ${number}`, fields: fields.slice(start, start + perPage) });
  }
  return {
    slug,
    version: 1,
    department: 'sviluppo-economico',
    title: 'Questionario di misura',
    intro: 'Le risposte servono solo a misurare la pagina.',
    minutes: 5,
    languages: ['it'],
    access: 'open',
    identity: 'none',
    attribution: 'anonymous',
    privacy: { notice: 'Il questionario è anonimo.', retentionDays: 30 },
    form: { pages },
  };
}

/** The fields of the first page that show before anything is answered. */
export function shownAtFirst(survey: Survey): Field[] {
  return survey.form.pages[0]!.fields.filter((field) => !('visibleIf' in field && field.visibleIf));
}

/** How many native controls a field has, in every competitor alike. */
export function controlsOf(field: Field): number {
  if (field.type === 'choice' || field.type === 'choices') return field.options.length;
  if (field.type === 'scale') return field.max - field.min + 1;
  if (field.type === 'matrix') return field.rows.length * field.columns.length;
  return 1;
}
