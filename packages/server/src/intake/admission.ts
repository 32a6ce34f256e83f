import type { Submission } from '@cmto/contract';
import { ProblemError } from '../http/problem-error.ts';
import { toInstant } from '../surveys/definition.ts';
import type { Published, PublishedVersion } from '../surveys/published-survey.ts';

/** What an admitted answer is stored under, and whether it came after the closing within the days of grace. */
export interface Admission {
  readonly version: PublishedVersion;
  readonly late: boolean;
}

/** Whether the survey or service takes what is sent to that version now. Throws the problem that says why not. */
export function admit(published: Published, submission: Submission, now: number): Admission {
  const version = published.versions.get(submission.formVersion);
  if (!version) throw unknownVersion(published, submission.formVersion);
  if (version.withdrawn) throw new ProblemError(`${published.kind}.version-withdrawn`);
  if (published.opensAt !== undefined && now < published.opensAt) {
    throw new ProblemError(`${published.kind}.not-open`, { detail: `It opens at ${toInstant(published.opensAt)}` });
  }
  const late = published.closesAt !== undefined && now >= published.closesAt;
  if (late && !isWithinGrace(published, published.closesAt, submission, now)) {
    throw new ProblemError(`${published.kind}.closed`, { detail: `It closed at ${toInstant(published.closesAt)}` });
  }
  return { version, late };
}

/** Finished in time, and arrived before the days of grace are over: a form queued without a network is no one's fault. */
function isWithinGrace(published: Published, closesAt: number, submission: Submission, now: number): boolean {
  const { completedAt } = submission;
  return (
    completedAt !== undefined && Date.parse(completedAt) < closesAt && now < closesAt + published.graceMinutes * 60_000
  );
}

const unknownVersion = (published: Published, asked: number): ProblemError =>
  new ProblemError(`${published.kind}.version-unknown`, {
    detail: `It is at version ${published.current.version}`,
    errors: [
      { pointer: '/formVersion', code: `${published.kind}.version-unknown`, message: `No published version ${asked}` },
    ],
  });
