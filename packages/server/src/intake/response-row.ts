import type { Submission } from '@cmto/contract';
import type { ResponseRow } from '../database/schema.ts';
import type { Published } from '../surveys/published-survey.ts';
import { startOfRomeDay } from '../time/rome-day.ts';
import type { Content } from './judged-content.ts';

/** What the intake adds to a submission. */
export interface Judged {
  readonly content: Content;
  readonly late: boolean;
  readonly receiptHash: string;
  readonly now: number;
}

/** The row a submission becomes. Of an anonymous one only the day is kept, and neither its language nor the page it came from. */
export function toResponseRow(
  survey: Published,
  key: string,
  submission: Submission,
  { content, late, receiptHash, now }: Judged,
): ResponseRow {
  const kept = survey.anonymous ? startOfRomeDay : (instant: number) => instant;
  const completed = late && submission.completedAt ? completedIn(survey, submission.completedAt) : undefined;
  return {
    id: key,
    survey_slug: survey.slug,
    form_version: submission.formVersion,
    content: content.json,
    content_hash: content.hash,
    receipt_hash: receiptHash,
    attachments: JSON.stringify(submission.attachments ?? []),
    flags: JSON.stringify([...(late ? ['late'] : []), ...(isHuman(submission) ? [] : ['check'])]),
    received_at: kept(now),
    completed_at: completed === undefined ? null : kept(completed),
    language: survey.anonymous ? null : submission.language,
    page: survey.anonymous ? null : (submission.page ?? null),
  };
}

/** No answer was completed before there were questions, whatever the clock of a device says. */
const completedIn = ({ opensAt = 0 }: Published, completedAt: string): number =>
  Math.max(opensAt, Date.parse(completedAt));

/** A missing check, or a filled trap, is flagged for whoever evaluates the answers; it never refuses one. */
const isHuman = ({ check }: Submission): boolean => check !== undefined && !check.trap;
