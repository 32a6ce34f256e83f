import type { ProblemError as ProblemDetail, Submission } from '@cmto/contract';
import { submissionSchema } from '@cmto/contract/schemas';
import type { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';

/** Checks the envelope; the answers in it are judged against the form. Throws `request.invalid` with pointers. */
export function readSubmission(body: unknown): Submission {
  const parsed = submissionSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ProblemError('request.invalid', { errors: parsed.error.issues.flatMap(toErrors) });
}

/** One error per unknown key, so that each has its own pointer. */
function toErrors(issue: z.core.$ZodIssue): ProblemDetail[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({
    pointer: path.map((step) => pointerStep(String(step))).join(''),
    code: 'request.invalid',
    message: issue.code === 'unrecognized_keys' ? 'Unknown key' : issue.message,
  }));
}

const pointerStep = (step: string): string => `/${step.slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`;
