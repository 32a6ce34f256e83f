import { type Answers, checkAnswers, type Field } from '@cmto/contract';
import { aForm } from '@cmto/contract/testing/builders';

/** What is wrong with one answer to one field, as `pointer code`; the field's own pointer is left out. */
export const codesOf = (
  field: Field,
  value: unknown,
  before: { fields: Field[]; answers: object } = { fields: [], answers: {} },
): string[] => {
  const answers = { ...before.answers, ...(value === undefined ? {} : { [field.id]: value }) } as Answers;
  return checkAnswers(aForm(...before.fields, field), answers)
    .filter((issue) => issue.field === field.id)
    .map(({ pointer, code }) => `${pointer.slice(field.id.length + 1)} ${code}`.trim());
};
