import { type AnswerValue, describeAnswer, type Field, type Survey } from '@cmto/contract';
import { type AnswerLanguage, answerWordsIn } from '@cmto/core/text/answer-words';
import type { SurveyLanguage } from '../survey-language.ts';

/** The language in which a survey's answers are written. */
export const answerLanguage = ({ code, t }: SurveyLanguage): AnswerLanguage => ({ code, t, colon: t('survey.colon') });

/** An answer in words, as a label quotes it, a review shows it or a copy has it; `file` names the files in it. */
export const describeIn = (
  language: SurveyLanguage,
  survey: Pick<Survey, 'languages'>,
  field: Field,
  value: AnswerValue,
  file?: (sha256: string) => string,
): string => describeAnswer(field, value, answerWordsIn(answerLanguage(language), language.text(survey), file));
