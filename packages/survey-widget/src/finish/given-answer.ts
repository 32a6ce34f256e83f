import { type Answers, describeAnswer, type Field } from '@cmto/contract';
import { answerWordsIn } from '../answer-words.ts';
import type { Finish } from './finish.ts';

/** A person's answer to one question in words; empty when there is none. */
export const givenAnswer = ({ survey, drafts }: Finish, field: Field, answers?: Answers): string => {
  const { session, language } = survey;
  const value = answers ? answers[field.id] : session?.state.lookup(field.id);
  if (value === undefined) return '';
  const name = (sha256: string): string => drafts.attachment(sha256)?.name ?? sha256;
  return describeAnswer(field, value, answerWordsIn(language, language.text(survey.survey!), name));
};
