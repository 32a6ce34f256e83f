import type { Field } from '../schemas/field.ts';
import type { Form, Page } from '../schemas/form.ts';
import type { Answers, AnswerValue } from '../schemas/submission.ts';
import { canonicalValue } from './canonical-value.ts';
import type { Lookup } from './conditions.ts';
import { forbiddenKey } from './forbidden-keys.ts';
import { indexOf } from './form-index.ts';
import { type Issue, type IssueCode, type IssueParams, pointerStep } from './issue.ts';
import { judgeField } from './judges/field-judge.ts';
import { limits } from './limits.ts';
import { isRecord, isReservedName, own } from './own.ts';
import { visibilityOf } from './visibility.ts';

export { checkAttachments } from './attachments.ts';
export { type Issue, type IssueCode, issueCodes, type IssueParams } from './issue.ts';

const createReport =
  (issues: Issue[], field: string) =>
  (code: IssueCode, params: IssueParams = {}, path = ''): void => {
    // A hostile body must not grow the answer to it.
    if (issues.length < limits.issues) issues.push({ pointer: pointerStep(field) + path, field, code, params });
  };

/** Judges one visible field; `value` may be raw, as typed. */
export const checkField = (field: Field, value: AnswerValue | undefined, lookup: Lookup): Issue[] => {
  const issues: Issue[] = [];
  judgeField(field, value, lookup, createReport(issues, field.id));
  return issues;
};

/** Judges what is visible of one page; hidden fields and options are left out, as they will be when sending. */
export const checkPage = (form: Form, page: Page, answers: Answers): Issue[] => {
  const issues: Issue[] = [];
  const shown = visibilityOf(form, answers);
  for (const field of page.fields) {
    if (shown.isVisible(field.id)) {
      judgeField(field, own(shown.answers, field.id), shown.lookup, createReport(issues, field.id));
    }
  }
  return issues;
};

const checkUnknown = (form: Form, answers: Answers, issues: Issue[]): void => {
  const { fields } = indexOf(form);
  for (const id of Object.keys(answers)) {
    if (issues.length >= limits.issues) return;
    const report = createReport(issues, id);
    if (isReservedName(id)) report('answer.forbidden-key');
    else if (fields.get(id)?.field.type === 'note' || !fields.has(id)) report('answer.unknown-field');
  }
};

/**
 * Judges all the answers of a submission, raw or canonical: every visible field, and whatever should not be there.
 * Takes any JSON value and never throws.
 */
export const checkAnswers = (form: Form, answers: unknown): Issue[] => {
  const issues: Issue[] = [];
  if (!isRecord(answers)) return [{ pointer: '', field: '', code: 'answer.shape', params: {} }];
  const given = answers as Answers;
  const shown = visibilityOf(form, given);
  let known = 0;
  for (const { fields } of indexOf(form).pages) {
    for (const { id, field } of fields) {
      if (field.type === 'note') continue;
      const raw = own(given, id);
      if (raw !== undefined) known += 1;
      const report = createReport(issues, id);
      const forbidden = typeof raw === 'object' ? forbiddenKey(raw) : undefined;
      if (forbidden !== undefined) report('answer.forbidden-key', {}, forbidden);
      else if (shown.isVisible(id)) judgeField(field, raw, shown.lookup, report);
      else if (raw !== undefined && canonicalValue(field, raw) !== undefined) report('answer.hidden');
    }
  }
  if (Object.keys(given).length > known) checkUnknown(form, given, issues);
  return issues;
};
