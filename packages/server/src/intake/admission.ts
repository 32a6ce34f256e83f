import type { Submission } from '@cmto/contract';
import { ProblemError } from '../http/problem-error.ts';
import { toInstant } from '../surveys/definition.ts';
import type { PublishedSurvey, PublishedVersion } from '../surveys/published-survey.ts';

/** What an admitted answer is stored under, and whether it came after the closing within the days of grace. */
export interface Admission {
  readonly version: PublishedVersion;
  readonly late: boolean;
}

/** Whether the survey takes answers to that version now. Throws the problem that says why not. */
export function admit(survey: PublishedSurvey, submission: Submission, now: number): Admission {
  const version = survey.versions.get(submission.formVersion);
  if (!version) throw unknownVersion(survey, submission.formVersion);
  if (version.withdrawn) throw new ProblemError('survey.version-withdrawn');
  if (survey.opensAt !== undefined && now < survey.opensAt) {
    throw new ProblemError('survey.not-open', { detail: `It opens at ${toInstant(survey.opensAt)}` });
  }
  const late = survey.closesAt !== undefined && now >= survey.closesAt;
  if (late && !isWithinGrace(survey, survey.closesAt, submission, now)) {
    throw new ProblemError('survey.closed', { detail: `It closed at ${toInstant(survey.closesAt)}` });
  }
  return { version, late };
}

/** Finished in time, and arrived before the days of grace are over: a form queued without a network is no one's fault. */
function isWithinGrace(survey: PublishedSurvey, closesAt: number, submission: Submission, now: number): boolean {
  const { completedAt } = submission;
  return (
    completedAt !== undefined && Date.parse(completedAt) < closesAt && now < closesAt + survey.graceMinutes * 60_000
  );
}

const unknownVersion = (survey: PublishedSurvey, asked: number): ProblemError =>
  new ProblemError('survey.version-unknown', {
    detail: `The survey is at version ${survey.current.version}`,
    errors: [{ pointer: '/formVersion', code: 'survey.version-unknown', message: `No published version ${asked}` }],
  });
