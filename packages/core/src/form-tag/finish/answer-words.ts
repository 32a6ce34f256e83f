import { type AnswerValue, describeAnswer, type Field, type Survey } from '@cmto/contract';
import { type AnswerLanguage, answerWordsIn } from '../../text/answer-words.ts';
import type { FormLanguage } from '../form-language.ts';

/** The language in which a survey's answers are written. */
export const answerLanguage = ({ code, t }: FormLanguage): AnswerLanguage => ({ code, t, colon: t('form.colon') });

/** An answer in words, as a label quotes it, a review shows it or a copy has it; `file` names the files in it. */
export const describeIn = (
  language: FormLanguage,
  survey: Pick<Survey, 'languages'>,
  field: Field,
  value: AnswerValue,
  file?: (sha256: string) => string,
): string => describeAnswer(field, value, answerWordsIn(answerLanguage(language), language.text(survey), file));
