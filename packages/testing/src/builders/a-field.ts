import type { Field, FieldOf, FieldType } from '@cmto/contract';
import { fieldTypes } from '@cmto/contract/testing/field-types';
import { letters, words } from './words.ts';

const options = (count = 3) =>
  letters.slice(0, count).map((value) => ({ value, label: words(`Opzione ${value}`, `Option ${value}`) }));

/** What each type needs besides id and label. */
const needed: { readonly [T in FieldType]?: () => Partial<FieldOf<T>> } = {
  choice: () => ({ options: options() }),
  choices: () => ({ options: options() }),
  dropdown: () => ({ options: options() }),
  ranking: () => ({ options: options() }),
  allocation: () => ({ options: options(), total: 100 }),
  scale: () => ({ min: 1, max: 5 }),
  matrix: () => ({
    rows: options(2).map((row) => ({ ...row, label: `Riga ${row.value}` })),
    columns: options(3).map((column) => ({ ...column, label: `Colonna ${column.value}` })),
  }),
  note: () => ({ text: words('Una nota.', 'A note.') }),
  group: () => ({ fields: [{ id: 'nome', type: 'text', label: words('Nome', 'Name') }] }),
};

/** A field of the type asked for, complete and valid; `parts` replaces what matters to the test. Its id is its type. */
export const aField = <T extends FieldType>(type: T, parts: Partial<FieldOf<T>> = {}): FieldOf<T> => {
  const label = type === 'note' ? {} : { label: words(`Domanda ${type}`, `Question ${type}`) };
  const own = needed[type]?.() ?? {};
  return { id: type, type, ...label, ...own, ...parts } as unknown as FieldOf<T>;
};

/** One field of every type, each under its type as id. */
export const oneFieldOfEachType = (): Field[] => fieldTypes.map((type) => aField(type));
