import type { ConsultationFile } from '../schemas/consultation.ts';
import type { ServiceFile } from '../schemas/service.ts';
import type { SurveyFile } from '../schemas/survey.ts';
import { checkConditions } from './definition/check-conditions.ts';
import { checkApplicant } from './definition/check-applicant.ts';
import { checkContribution } from './definition/check-contribution.ts';
import { checkDocument } from './definition/check-document.ts';
import { checkIds } from './definition/check-ids.ts';
import { checkProcedure } from './definition/check-procedure.ts';
import { checkSettings } from './definition/check-settings.ts';
import { checkConsultationTerms, checkServiceTerms, checkTerms } from './definition/check-terms.ts';
import { checkTexts, consultationTexts, procedureTexts } from './definition/check-texts.ts';
import type { DefinitionIssue, DefinitionReport } from './definition/definition-issue.ts';

export { type DefinitionCode, definitionCodes, type DefinitionIssue } from './definition/definition-issue.ts';

const issuesOf = (check: (report: DefinitionReport) => void): DefinitionIssue[] => {
  const issues: DefinitionIssue[] = [];
  check({
    error: (pointer, code, message) => issues.push({ pointer, code, message, severity: 'error' }),
    warn: (pointer, code, message) => issues.push({ pointer, code, message, severity: 'warning' }),
  });
  return issues;
};

const checkForm = ({ form }: Pick<SurveyFile, 'form'>, report: DefinitionReport): void => {
  checkIds(form, report);
  checkConditions(form, report);
  checkSettings(form, report);
};

/** Checks what the shape of a survey file does not tell, errors and warnings; its shape must be right already. */
export const checkDefinition = (file: SurveyFile): DefinitionIssue[] =>
  issuesOf((report) => {
    checkForm(file, report);
    checkTexts(file, report);
    checkTerms(file, report);
  });

/** The same of a service file. */
export const checkServiceDefinition = (file: ServiceFile): DefinitionIssue[] =>
  issuesOf((report) => {
    checkForm(file, report);
    checkTexts(file, report, procedureTexts(file.procedure));
    checkServiceTerms(file, report);
    checkProcedure(file, report);
    checkApplicant(file, report);
  });

/** The same of a consultation file. */
export const checkConsultationDefinition = (file: ConsultationFile): DefinitionIssue[] =>
  issuesOf((report) => {
    checkForm(file, report);
    checkTexts(file, report, consultationTexts(file));
    checkConsultationTerms(file, report);
    checkDocument(file, report);
    checkContribution(file, report);
  });
