import type { Field, FieldOf, FieldType, Form, Survey } from '@cmto/contract';

const options = ['o1', 'o2', 'o3'].map((value) => ({ value, label: value.toUpperCase() }));
const lines = [1, 2, 3].map((n) => ({ value: `r${n}`, label: `Riga ${n}` }));

const settings: { readonly [T in FieldType]?: Partial<FieldOf<T>> } = {
  choice: { options },
  dropdown: { options },
  choices: { options },
  ranking: { options },
  allocation: { options, total: 100 },
  scale: { min: 1, max: 5 },
  matrix: { rows: lines, columns: options },
  note: { text: 'Nota' },
  group: { fields: [{ id: 'nome', type: 'text', label: 'Nome' }] },
};

/** A field of some type with what the type cannot do without; `over` says the rest. */
export const aField = <T extends FieldType>(type: T, over: Partial<FieldOf<T>> = {}): FieldOf<T> => {
  const label = type === 'note' ? {} : { label: 'Etichetta' };
  return { id: 'campo', type, ...label, ...settings[type], ...over } as unknown as FieldOf<T>;
};

/** A form of one page with these fields. */
export const aForm = (...fields: Field[]): Form => ({ pages: [{ id: 'pagina', fields }] });

/** An open, anonymous survey; `over` says what differs. */
export const aSurvey = (over: Partial<Survey> = {}): Survey => ({
  slug: 'prova',
  version: 1,
  department: 'sviluppo-economico',
  title: { it: 'Prova', en: 'Trial' },
  languages: ['it', 'en'],
  access: 'open',
  identity: 'none',
  attribution: 'anonymous',
  privacy: { notice: { it: 'Informativa', en: 'Notice' }, retentionDays: 30 },
  form: aForm(aField('text')),
  ...over,
});
