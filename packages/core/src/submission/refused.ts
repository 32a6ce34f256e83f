import type { Attachment, Issue, ProblemError } from '@cmto/contract';
import { checkAnswers, checkAttachments } from '@cmto/contract/rules/validity';
import type { FormAnswers } from '../form/form-answers.ts';
import type { Translate } from '../i18n/translate.ts';

/** What is wrong with an answer, as rules here or the service have it: the service may know a code that we do not. */
export type ShownIssue = Omit<Issue, 'code'> & { readonly code: string };

/** The question a pointer into the submission is about, and the pointer into the answers. */
const placeOf = (
  { form }: FormAnswers,
  pointer: string,
  attachments: readonly Attachment[],
): { readonly field: string; readonly pointer: string } | undefined => {
  const [, part, step = ''] = pointer.split('/');
  if (part === 'answers') return { field: step, pointer: pointer.slice('/answers'.length) };
  const id = part === 'attachments' ? attachments[Number(step)]?.field : undefined;
  const field = form.pages
    .flatMap(({ fields }) => fields)
    .find((each) => each.id === id || (each.type === 'group' && each.fields.some((nested) => nested.id === id)));
  return field && { field: field.id, pointer: `/${field.id}` };
};

/** Words that lack their figures say nothing: the service names what is wrong, but not by how much. */
const hasWords = (t: Translate, code: string): boolean => {
  const words = t(code);
  return words !== code && !/\{\w+\}/.test(words);
};

/**
 * What the service found wrong in an answer, as it is shown beside questions; of questions shown now only. Where the
 * rules here find the same, they know the figures, too. A code without words here becomes `answer.refused`.
 */
export const refusedIssues = (
  state: FormAnswers,
  t: Translate,
  errors: readonly ProblemError[],
  attachments: readonly Attachment[],
): ShownIssue[] => {
  const found: Issue[] = [
    ...checkAnswers(state.form, state.answers),
    ...checkAttachments(state.form, state.answers, attachments),
  ];
  return errors.flatMap(({ pointer, code }) => {
    const place = placeOf(state, pointer, attachments);
    if (!place || !state.isVisible(place.field)) return [];
    const known = found.find((issue) => issue.pointer === place.pointer && issue.code === code);
    return known ?? { ...place, code: hasWords(t, code) ? code : 'answer.refused', params: {} };
  });
};
