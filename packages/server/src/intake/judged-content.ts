import { hash } from 'node:crypto';
import {
  canonicalAnswers,
  checkAnswers,
  checkAttachments,
  contentToHash,
  type Form,
  type Issue,
  issueMessage,
  type Submission,
} from '@cmto/contract';
import { ProblemError } from '../http/problem-error.ts';

/** What a content hash says it is of. */
export type HashedKind = 'survey' | 'request' | 'contribution' | 'rating';

/** A submission's content in canonical form, and its hash. */
export interface Content {
  readonly json: string;
  readonly hash: string;
}

/** Judges answers and attachments by the contract's rules. Throws `submission.invalid` with a pointer per issue. */
export function checkContent(form: Form, { answers, attachments = [] }: Submission): void {
  const issues = [
    ...checkAnswers(form, answers).map((issue) => toError('/answers', issue)),
    ...checkAttachments(form, answers, attachments).map((issue) => toError('/answers', issue)),
  ];
  if (issues.length > 0) throw new ProblemError('submission.invalid', { errors: issues });
}

const toError = (base: string, issue: Issue) => ({
  pointer: base + issue.pointer,
  code: issue.code,
  message: issueMessage(issue),
});

/** The bytes kept are the bytes hashed, so that anybody can check the one by the other. */
export function contentOf(kind: HashedKind, slug: string, form: Form, submission: Submission): Content {
  const json = contentToHash({
    kind,
    slug,
    formVersion: submission.formVersion,
    answers: canonicalAnswers(form, submission.answers),
    attachments: submission.attachments?.map(({ sha256 }) => sha256),
    target: submission.target,
  });
  return { json, hash: hash('sha256', json, 'hex') };
}
