import type { Answers, Attachment } from '@cmto/contract';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import type { Asked } from '../service/asked.ts';
import { theSurvey } from '../service/survey.ts';

export interface DraftParts {
  readonly id: string;
  readonly api: string;
  readonly answers: Answers;
  readonly attachments?: readonly Attachment[];
  readonly asked?: Asked | undefined;
}

/** What the widget keeps while a person types. */
export const aDraft = ({ id, api, answers, attachments = [], asked = theSurvey }: DraftParts): Entry => ({
  id,
  lookup: entryLookup(api, asked.kind, asked.definition.slug, ''),
  api,
  path: asked.path,
  state: 'draft',
  formVersion: asked.definition.version,
  language: 'it',
  answers,
  attachments,
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
});
