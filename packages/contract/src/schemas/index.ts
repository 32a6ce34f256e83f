export * from './condition.ts';
export * from './consultation.ts';
export * from './contribution.ts';
export * from './field.ts';
export * from './form.ts';
export * from './message.ts';
export * from './municipality.ts';
export * from './problem.ts';
export * from './receipt.ts';
export * from './registration.ts';
export * from './request-status.ts';
export * from './results.ts';
export * from './service.ts';
export * from './sign-in.ts';
export * from './status.ts';
export * from './submission.ts';
export * from './survey.ts';
export * from './text.ts';
export { explainIssues, type ShapeIssue } from './explain.ts';
export {
  type FileIssue,
  type ReadFile,
  readConsultationFile,
  readServiceFile,
  readSurveyFile,
} from './read-definition-file.ts';
