import type { Answers, Attachment } from '@cmto/contract';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import { responsesPath, survey } from '../service/survey.ts';

export interface DraftParts {
  readonly id: string;
  readonly api: string;
  readonly answers: Answers;
  readonly attachments?: readonly Attachment[];
}

/** What the widget keeps while a person types. */
export const aDraft = ({ id, api, answers, attachments = [] }: DraftParts): Entry => ({
  id,
  lookup: entryLookup(api, 'survey', survey.slug, ''),
  api,
  path: responsesPath,
  state: 'draft',
  formVersion: survey.version,
  language: 'it',
  answers,
  attachments,
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
});
