import type { SurveyFile } from '../schemas/survey.ts';
import { checkConditions } from './definition/check-conditions.ts';
import { checkIds } from './definition/check-ids.ts';
import { checkSettings } from './definition/check-settings.ts';
import { checkTerms } from './definition/check-terms.ts';
import { checkTexts } from './definition/check-texts.ts';
import type { DefinitionIssue, DefinitionReport } from './definition/definition-issue.ts';

export { type DefinitionCode, definitionCodes, type DefinitionIssue } from './definition/definition-issue.ts';

/** Checks what the shape of a survey file does not tell, errors and warnings; its shape must be right already. */
export const checkDefinition = (file: SurveyFile): DefinitionIssue[] => {
  const issues: DefinitionIssue[] = [];
  const report: DefinitionReport = {
    error: (pointer, code, message) => issues.push({ pointer, code, message, severity: 'error' }),
    warn: (pointer, code, message) => issues.push({ pointer, code, message, severity: 'warning' }),
  };
  checkIds(file.form, report);
  checkConditions(file.form, report);
  checkSettings(file.form, report);
  checkTexts(file, report);
  checkTerms(file, report);
  return issues;
};
