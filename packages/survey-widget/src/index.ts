export { CmtoSurvey } from './survey-element.ts';
export { SurveyReadyEvent } from './survey-events.ts';
export {
  SurveyQueuedEvent,
  SurveyStepEvent,
  SurveySubmitRequestEvent,
  SurveySubmittedEvent,
} from './survey-late-events.ts';
export type { FormPhase as SurveyPhase } from '@cmto/core/form-tag/model/phase';
