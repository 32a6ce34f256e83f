import type { Survey } from '@cmto/contract';
import { isSurvey } from '@cmto/contract/guards/survey';
import type { DefinitionKind } from './definition-kind.ts';

export const surveys: DefinitionKind<Survey> = {
  path: '/surveys/',
  missing: 'survey.not-found',
  is: isSurvey,
};
