import type { AnswerValue, Field, Option } from '@cmto/contract';

type Reader = (field: never) => AnswerValue | undefined;

const first = ({ options }: { options: readonly Option[] }): string => options[0]!.value;

const valid: { readonly [T in Field['type']]: Reader } = {
  text: () => 'Una risposta',
  'long-text': ({ minLength = 0 }: { minLength?: number }) => 'Una risposta lunga.'.padEnd(minLength, '.'),
  email: () => 'nome@example.org',
  phone: () => '+39 011 8612111',
  url: () => 'https://www.example.org/progetto',
  'postal-code': () => '10122',
  iban: () => 'IT60X0542811101000000123456',
  'tax-code': ({ kind }: { kind?: string }) => (kind === 'company' ? '01907990012' : 'RSSMRA85T10A562S'),
  number: ({ min = 0 }: { min?: number }) => min,
  date: ({ min = '2027-06-15' }: { min?: string }) => min,
  time: ({ min = '09:30' }: { min?: string }) => min,
  'yes-no': () => false,
  consent: () => true,
  choice: first,
  dropdown: first,
  choices: (field: { options: readonly Option[]; minSelected?: number }) =>
    field.options
      .filter(({ exclusive }) => !exclusive)
      .slice(0, Math.max(1, field.minSelected ?? 1))
      .map(({ value }) => value),
  ranking: (field: { options: readonly Option[]; minRanked?: number; maxRanked?: number }) => {
    const all = field.options.map(({ value }) => value);
    return field.minRanked === undefined && field.maxRanked === undefined
      ? all
      : all.slice(0, field.maxRanked ?? field.minRanked);
  },
  allocation: (field: { options: readonly Option[]; total: number }) => ({ [first(field)]: field.total }),
  scale: ({ max }: { max: number }) => max,
  matrix: (field: { rows: readonly Option[]; columns: readonly Option[]; multiple?: boolean }) => {
    const column = field.columns[0]!.value;
    return Object.fromEntries(field.rows.map(({ value }) => [value, field.multiple ? [column] : column]));
  },
  municipality: () => '001272',
  place: () => ({ lat: 45.0703, lon: 7.6869, address: 'Piazza Castello, Torino' }),
  file: () => undefined,
  note: () => undefined,
  group: ({ fields }: { fields: readonly Field[] }) => [
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = anAnswer(field);
        return value === undefined || field.type === 'note' ? [] : [[field.id, value]];
      }),
    ),
  ],
};

/** An acceptable answer to a field, looked at alone; none for a note and for a file, which needs a file. */
export const anAnswer = (field: Field): AnswerValue | undefined => valid[field.type](field as never);
