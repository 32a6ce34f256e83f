import type { Answers, AnswerValue, Field } from '@cmto/contract';
import { describeIn } from './answer-words.ts';
import type { Finish } from './finish.ts';

/** An answer in words, its files by their names. */
export const inWords = ({ survey, drafts }: Finish, field: Field, value: AnswerValue): string =>
  describeIn(survey.language, survey.survey!, field, value, (sha256) => drafts.attachment(sha256)?.name ?? sha256);

/** A person's answer to one question in words; empty when there is none. */
export const givenAnswer = (finish: Finish, field: Field, answers?: Answers): string => {
  const value = answers ? answers[field.id] : finish.survey.session?.state.lookup(field.id);
  return value === undefined ? '' : inWords(finish, field, value);
};
