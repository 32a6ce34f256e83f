export { CmtoSurvey } from './survey-element.ts';
export { SurveyReadyEvent } from './survey-events.ts';
export {
  SurveyQueuedEvent,
  SurveyStepEvent,
  SurveySubmitRequestEvent,
  SurveySubmittedEvent,
} from './finish/finish-events.ts';
export type { SurveyPhase } from './model/phase.ts';
