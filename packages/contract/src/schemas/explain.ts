import type { z } from 'zod';
import { pointerStep } from '../rules/issue.ts';

/** One thing wrong with the shape of a document. */
export interface ShapeIssue {
  /** JSON Pointer into the document. */
  readonly pointer: string;
  readonly message: string;
}

type ZodIssue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const pointerOf = (path: Path): string => path.map((step) => pointerStep(String(step))).join('');

const valueAt = (document: unknown, path: Path): unknown => {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
};

/** How far a branch of a union was right: a wrong type at its very start is the least likely one. */
const fitOf = (issues: readonly ZodIssue[]): number => {
  const isOff = issues.some(({ code, path }) => path.length === 0 && code === 'invalid_type');
  const unknown = issues.filter(({ code }) => code === 'unrecognized_keys').length;
  const missing = issues.filter((issue) => issue.code === 'invalid_type' && issue.input === undefined).length;
  return (isOff ? -1000 : 0) - 10 * unknown - 5 * missing - issues.length;
};

const nameOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
};

const say = (issue: ZodIssue, value: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `missing: ${issue.expected} expected`
        : `${issue.expected} expected, ${nameOf(value)} found`;
    case 'invalid_value': {
      const allowed = issue.values.map((each) => JSON.stringify(each)).join(', ');
      return `${value === undefined ? 'missing' : `${JSON.stringify(value)?.slice(0, 60)} is not known`}: one of ${allowed} expected`;
    }
    case 'too_big':
      return `too ${issue.origin === 'string' ? 'long' : 'large'}: at most ${issue.maximum}`;
    case 'too_small':
      return `too ${issue.origin === 'string' ? 'short' : 'small'}: at least ${issue.minimum}`;
    case 'invalid_format':
      if (issue.format === 'datetime') return 'is not an instant in UTC, such as 2026-12-31T23:00:00Z';
      return issue.format === 'regex' ? `does not match ${issue.pattern}` : `is not a ${issue.format}`;
    default:
      return issue.message;
  }
};

const explain = (issue: ZodIssue, above: Path, document: unknown): ShapeIssue[] => {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), message: 'unknown key' }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [best = []] = [...issue.errors].sort((one, other) => fitOf(other) - fitOf(one));
    return best.flatMap((inner) => explain(inner, path, document));
  }
  if (issue.code === 'invalid_union') {
    const value = valueAt(document, path);
    return [
      {
        pointer: pointerOf(path),
        message: `${value === undefined ? 'missing' : `${JSON.stringify(value)} is not known`} here`,
      },
    ];
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return issue.issues.map((inner) => ({ pointer: pointerOf(path), message: `key: ${say(inner, undefined)}` }));
  }
  return [{ pointer: pointerOf(path), message: say(issue, valueAt(document, path)) }];
};

/** What zod found wrong, one line per place; of a union, what is wrong with the likeliest branch. */
export const explainIssues = (error: z.ZodError, document: unknown): ShapeIssue[] =>
  error.issues.flatMap((issue) => explain(issue, [], document));
