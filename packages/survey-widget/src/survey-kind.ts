import { surveys } from '@cmto/core/api/surveys';
import type { FormKind } from '@cmto/core/form-tag/form-kind';
import { formCatalog } from '@cmto/core/form-tag/form-words';
import { fieldCatalog } from '@cmto/core/locales/field-catalog';
import { SurveyReadyEvent } from './survey-events.ts';

/** A survey, as what a tag fills in. */
export const surveyKind: FormKind = {
  definitions: surveys,
  catalogs: [formCatalog, fieldCatalog],
  readyEvent: (detail) => new SurveyReadyEvent(detail),
  later: () => import('./survey-late.ts'),
};
