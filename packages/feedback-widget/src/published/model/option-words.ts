import type { Consultation, Field, LocalizedText } from '@cmto/contract';

/** The field of the form that a part of contributions is asked for with. */
const fieldOf = ({ form }: Consultation, id: string | undefined): Field | undefined =>
  id === undefined ? undefined : form.pages.flatMap(({ fields }) => fields).find((field) => field.id === id);

/** The question that a part is asked for with; undefined where it is not asked for. */
export const questionOf = (consultation: Consultation, part: 'topic' | 'zone'): LocalizedText | undefined => {
  const field = fieldOf(consultation, consultation.contribution[part]);
  return field && 'label' in field ? field.label : undefined;
};

/** The words of an option by its value; undefined where the form has no such option, as when somebody wrote another. */
export const optionWords = (
  consultation: Consultation,
  part: 'topic' | 'zone',
  value: string,
): LocalizedText | undefined => {
  const field = fieldOf(consultation, consultation.contribution[part]);
  const options = field && 'options' in field ? field.options : undefined;
  return options?.find((option) => option.value === value)?.label;
};
