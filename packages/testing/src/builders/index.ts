export { aConsultation, aContribution, anIdea } from './a-consultation.ts';
export { aField, oneFieldOfEachType } from './a-field.ts';
export { aRequest, aService } from './a-service.ts';
export { anAnswer } from './an-answer.ts';
export { aFile, aKey, anAttachment, aRating, aSubmission, ownWords } from './a-submission.ts';
export { aPage, aSurvey, type SurveyTraits } from './a-survey.ts';
export { aReceiptCode, aRequestStatus } from './a-request-status.ts';
export { words } from './words.ts';
