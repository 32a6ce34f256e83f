import type { Answers, Field, Survey } from '@cmto/contract/schemas';

const sentence = 'Servono corse serali tra le valli e il capoluogo, anche nei giorni festivi. ';

/** A plausible answer to one question. */
function answerTo(field: Field, round: number): Answers[string] | undefined {
  switch (field.type) {
    case 'choice':
    case 'dropdown':
      // The first option: it hides the questions that hang on another.
      return field.options[0]!.value;
    case 'choices':
      return field.options.slice(0, 3).map(({ value }) => value);
    case 'text':
      return sentence;
    case 'long-text':
      return `${round} ${sentence.repeat(8)}`;
    case 'scale':
      return 4;
    case 'number':
      return 120;
    case 'date':
      return '2026-11-20';
    case 'matrix':
      return Object.fromEntries(
        field.rows.map((row, at) => [row.value, field.columns[at % field.columns.length]!.value]),
      );
    default:
      return undefined;
  }
}

/** The JSON body of an answer to all visible questions, different for each round: about 1.9 kB at 20 questions. */
export function bodyOf(survey: Survey, round: number): string {
  const answers: Answers = {};
  for (const page of survey.form.pages) {
    for (const field of page.fields) {
      const answer = 'visibleIf' in field && field.visibleIf ? undefined : answerTo(field, round);
      if (answer !== undefined) answers[field.id] = answer;
    }
  }
  return JSON.stringify({
    formVersion: survey.version,
    language: 'it',
    answers,
    completedAt: '2026-11-20T09:29:00Z',
    page: 'https://www.example.it/cms/piano',
    check: { trap: '' },
  });
}
