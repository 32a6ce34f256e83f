import type { Answers, RequestSubmission } from '@cmto/contract';
import type { Entry } from '../storage/entry.ts';
import { namedFiles } from './final-answers.ts';
import type { FormWidget } from './form-widget.ts';

/** What is posted: the envelope of all forms' answers. */
export const createSubmission = async (
  widget: FormWidget,
  entry: Entry,
  answers: Answers,
): Promise<RequestSubmission> => {
  const attachments = namedFiles(answers, entry.attachments);
  const page = (await widget.services.platform.device()).page();
  return {
    formVersion: widget.definition!.version,
    language: widget.language.code,
    answers,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(entry.target ? { target: entry.target } : {}),
    // By the server's clock: whether it is late must not hang on a device whose clock is wrong.
    completedAt: new Date(widget.now()).toISOString(),
    ...(page ? { page } : {}),
    check: { trap: widget.trap },
    ...(entry.signIn && 'proof' in entry.signIn ? { identity: entry.signIn.proof } : {}),
  };
};
