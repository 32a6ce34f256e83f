import type { z } from 'zod';
import {
  checkConsultationDefinition,
  checkDefinition,
  checkServiceDefinition,
  type DefinitionIssue,
} from '../rules/definition.ts';
import { type ConsultationFile, consultationFileSchema } from './consultation.ts';
import type { ShapeIssue } from './explain.ts';
import { explainIssues } from './explain.ts';
import { type ServiceFile, serviceFileSchema } from './service.ts';
import { type SurveyFile, surveyFileSchema } from './survey.ts';

/** A file that may be imported, with its warnings; or all the reasons why it may not. */
export type ReadFile<File> =
  | { readonly file: File; readonly warnings: readonly FileIssue[] }
  | { readonly file?: undefined; readonly warnings?: undefined; readonly errors: readonly FileIssue[] };

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

const reader =
  <File>(schema: z.ZodType<File>, check: (file: File) => DefinitionIssue[]) =>
  (value: unknown): ReadFile<File> => {
    if (depthOf(value) > deepest) {
      return { errors: [{ pointer: '', code: 'definition.shape', message: `nested more than ${deepest} deep` }] };
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      return { errors: explainIssues(parsed.error, value).map((issue) => ({ ...issue, code: 'definition.shape' })) };
    }
    const issues = check(parsed.data);
    const errors = issues.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? { errors } : { file: parsed.data, warnings: issues };
  };

/** Reads a parsed survey file: its shape first, then what only the whole tells. Never throws. */
export const readSurveyFile = reader<SurveyFile>(surveyFileSchema, checkDefinition);

/** The same of a service file. */
export const readServiceFile = reader<ServiceFile>(serviceFileSchema, checkServiceDefinition);

/** The same of a consultation file. */
export const readConsultationFile = reader<ConsultationFile>(consultationFileSchema, checkConsultationDefinition);
