import type { ProblemError as ProblemDetail } from '@cmto/contract';
import type { z } from 'zod';
import { ProblemError } from './problem-error.ts';

/** A body of this shape. Throws `request.invalid` with pointers. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
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
