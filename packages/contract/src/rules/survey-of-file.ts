import type { Survey, SurveyFile } from '../schemas/survey.ts';

/**
 * A survey file with its shorthands spelt out: open to all, no identity and anonymous where the file does not say.
 * Its `version` is the server's to give.
 */
export const surveyOfFile = (file: SurveyFile, version: number): Survey => {
  const { access, identity, attribution, version: _, ...rest } = file;
  return {
    ...rest,
    version,
    access: access ?? 'open',
    identity: identity === undefined || identity === 'anonymous' ? 'none' : identity,
    attribution: attribution ?? 'anonymous',
  };
};
