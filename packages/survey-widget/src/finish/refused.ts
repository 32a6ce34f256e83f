import type { Attachment, Issue, ProblemError } from '@cmto/contract';
import { checkAnswers, checkAttachments } from '@cmto/contract/rules/validity';
import type { FormSession } from '@cmto/core/form/form-session';
import type { ShownIssue } from './issue-words.ts';

/** The question a pointer into the submission is about, and the pointer into the answers. */
const placeOf = (
  { form }: FormSession['state'],
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
const hasWords = ({ t }: FormSession, code: string): boolean => {
  const words = t(code);
  return words !== code && !/\{\w+\}/.test(words);
};

/**
 * What the service found wrong in an answer, as it is shown beside questions; of questions shown now only. Where the
 * rules here find the same, they know the figures, too.
 */
export const refusedIssues = (
  session: FormSession,
  errors: readonly ProblemError[],
  attachments: readonly Attachment[],
): ShownIssue[] => {
  const { state } = session;
  const found: Issue[] = [
    ...checkAnswers(state.form, state.answers),
    ...checkAttachments(state.form, state.answers, attachments),
  ];
  return errors.flatMap(({ pointer, code }) => {
    const place = placeOf(state, pointer, attachments);
    if (!place || !state.isVisible(place.field)) return [];
    const known = found.find((issue) => issue.pointer === place.pointer && issue.code === code);
    return known ?? { ...place, code: hasWords(session, code) ? code : 'survey.refused-answer', params: {} };
  });
};
