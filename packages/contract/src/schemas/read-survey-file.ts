import { checkDefinition } from '../rules/definition.ts';
import type { ShapeIssue } from './explain.ts';
import { explainIssues } from './explain.ts';
import { type SurveyFile, surveyFileSchema } from './survey.ts';

/** A file that may be imported, with its warnings; or all the reasons why it may not. */
export type ReadSurveyFile =
  | { readonly file: SurveyFile; readonly warnings: readonly FileIssue[] }
  | { readonly file?: undefined; readonly errors: readonly FileIssue[] };

export interface FileIssue extends ShapeIssue {
  /** `definition.shape`, or a code of `checkDefinition`. */
  readonly code: string;
}

/** Conditions within conditions: more than anybody writes, less than exhausts the stack. */
const deepest = 64;

const depthOf = (value: unknown, left = deepest): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if (left === 0) return 1;
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, left - 1)));
};

/** Reads a parsed survey file: its shape first, then what only the whole tells. Never throws. */
export const readSurveyFile = (value: unknown): ReadSurveyFile => {
  if (depthOf(value) > deepest) {
    return { errors: [{ pointer: '', code: 'definition.shape', message: `nested more than ${deepest} deep` }] };
  }
  const parsed = surveyFileSchema.safeParse(value);
  if (!parsed.success) {
    return { errors: explainIssues(parsed.error, value).map((issue) => ({ ...issue, code: 'definition.shape' })) };
  }
  const issues = checkDefinition(parsed.data);
  const errors = issues.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { errors } : { file: parsed.data, warnings: issues };
};
