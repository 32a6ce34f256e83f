import { type Answers, type Attachment, canonicalAnswers, type Form, visibilityOf } from '@cmto/contract';
import { isRecord, own } from '@cmto/contract/rules/own';
import { checkAnswers, checkAttachments } from '@cmto/contract/rules/validity';
import type { ShownIssue } from './refused.ts';

/** The answers as they count: of visible questions only, in canonical form. */
export const finalAnswers = (form: Form, answers: Answers): Answers =>
  canonicalAnswers(form, visibilityOf(form, answers).answers);

/** Whether the answer to a field, or to one in a row, names this file: one removed from the list again is not sent. */
const isNamed = (answers: Answers, field: string, sha256: string): boolean => {
  const value = own(answers, field);
  if (Array.isArray(value) && (value as unknown[]).includes(sha256)) return true;
  const rows = Object.values(answers).flatMap((answer) => (Array.isArray(answer) ? answer.filter(isRecord) : []));
  return rows.some((row) => isNamed(row as Answers, field, sha256));
};

/** Those files that the answers name. */
export const namedFiles = (answers: Answers, attachments: readonly Attachment[] = []): Attachment[] =>
  attachments.filter(({ field, sha256 }) => isNamed(answers, field, sha256));

/** What keeps final answers from being sent, in the form's order. */
export const finalIssues = (form: Form, answers: Answers, attachments: readonly Attachment[]): ShownIssue[] => [
  ...checkAnswers(form, answers),
  ...checkAttachments(form, answers, attachments),
];
