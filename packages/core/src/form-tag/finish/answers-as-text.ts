import type { Answers, Field } from '@cmto/contract';
import type { Finish } from './finish.ts';
import { givenAnswer } from './given-answer.ts';

const line = (finish: Finish, field: Field, answers: Answers): string => {
  const { survey } = finish;
  if (field.type === 'note') return '';
  const words = givenAnswer(finish, field, answers);
  const text = survey.language.text(survey.survey!, survey.session?.state);
  return words === '' ? '' : `${text.words(field.label)}\n  ${words.replaceAll('\n', '\n  ')}\n`;
};

/** The title, the receipt's code where there is one, and the person's own answers, each under its question. */
export const answersAsText = (finish: Finish): string => {
  const { survey } = finish;
  const definition = survey.survey!;
  const text = survey.language.text(definition, survey.session?.state);
  const answers =
    finish.drafts.entry?.submission?.answers ?? survey.session?.state.answers ?? finish.drafts.entry?.answers ?? {};
  const receipt = survey.phase.name === 'submitted' ? survey.phase.receipt : undefined;
  const head = [
    text.words(definition.title),
    ...(receipt ? [`${survey.language.t('form.code')}: ${receipt.receiptCode}`] : []),
  ];
  const pages = definition.form.pages.flatMap((page) => {
    const lines = page.fields.map((field) => line(finish, field, answers)).filter(Boolean);
    return lines.length > 0 ? [page.title ? `— ${text.words(page.title)} —\n` : '', ...lines] : [];
  });
  return [...head, '', ...pages].join('\n');
};
