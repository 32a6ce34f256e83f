import type { Submission, Survey } from '@cmto/contract';
import { toReceipt } from '../receipts/receipt.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { Door } from './intake.ts';
import { readSubmission } from './submission-body.ts';
import type { AnswerWriter } from './submission-writer.ts';

export interface SurveyDoorOptions {
  readonly catalogue: Catalogue;
  readonly writer: AnswerWriter;
  readonly publicUrl: () => string;
}

/** Answers to surveys: many are committed together, and a receipt needs nothing but its row. */
export const surveyDoor = ({ catalogue, writer, publicUrl }: SurveyDoorOptions): Door<Submission, Survey> => ({
  kind: 'survey',
  unknown: 'survey.not-found',
  find: (slug) => catalogue.survey(slug),
  read: readSubmission,
  store: (row) => writer.write(row),
  receipt: (row, code) => toReceipt(row, code, publicUrl()),
});
