import { type Answers, type AnswerWords, describeAnswer, type Survey } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import type { Translate } from '../i18n/translate.ts';
import type { Entry } from '../storage/entry.ts';
import { answerWordsIn } from '../text/answer-words.ts';
import { createDefinitionText } from '../text/definition-text.ts';
import { titleOf } from './kept-item.ts';

const wordsFor = (entry: Entry, survey: Survey, code: string, t: Translate): AnswerWords =>
  answerWordsIn(
    { code, t, colon: t('kept.colon') },
    createDefinitionText(code, survey.languages, () => undefined, String),
    (sha256) => entry.attachments.find((file) => file.sha256 === sha256)?.name ?? sha256,
  );

const indented = (words: string): string => `  ${words.replaceAll('\n', '\n  ')}`;

/** Answers by their questions' words; those without a question, or all of them without a definition, by their ids. */
const answerLines = (answers: Answers, survey: Survey | undefined, words: AnswerWords | undefined): string[] => {
  const left = new Map(Object.entries(answers));
  const known = (survey?.form.pages ?? [])
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const value = left.get(field.id);
      if (value === undefined || !words || field.type === 'note') return [];
      left.delete(field.id);
      return [`${words.text(field.label)}\n${indented(describeAnswer(field, value, words))}`];
    });
  const others = [...left].map(
    ([id, value]) => `${id}\n${indented(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return [...known, ...others];
};

/** A person's own words, and the proof of what was sent, as plain text. */
export const ownWords = (entry: Entry, survey: Survey | undefined, language: string, t: Translate): string => {
  const words = survey && wordsFor(entry, survey, language, t);
  const { receipt, conflicts = [] } = entry;
  const labels = new Map(
    survey?.form.pages.flatMap(({ fields }) => fields).map((field) => [field.id, own(field, 'label')]),
  );
  return [
    titleOf(entry),
    ...(receipt ? [`${t('kept.code')}${t('kept.colon')} ${receipt.receiptCode}`, receipt.url] : []),
    ...answerLines(entry.submission?.answers ?? entry.answers, survey, words),
    ...entry.setAside.map(({ label, answer }) => `${label}\n${indented(answer)}`),
    ...conflicts.map(({ field, answer }) => {
      const label = labels.get(field);
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return `${label && words ? words.text(label) : field} (${t('kept.other-tab')})\n${indented(text)}`;
    }),
    '',
  ].join('\n\n');
};
