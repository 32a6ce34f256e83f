import { type AnswerValue, describeAnswer, type Field, type IssueCode, type Lookup, type Survey } from '@cmto/contract';
import { checkField } from '@cmto/contract/rules/validity';
import { getSurvey } from '@cmto/core/api/surveys';
import { FormState } from '@cmto/core/form/form-state';
import type { Entry, SetAside } from '@cmto/core/storage/entry';
import { answerWordsIn } from '../answer-words.ts';
import type { SurveyController } from '../survey-controller.ts';

const fieldsOf = (survey: Survey | undefined): Map<string, Field> =>
  new Map(survey?.form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));

/** Issues of shape: an answer that these concern cannot be shown in the new question at all. */
const unfit = new Set<IssueCode>([
  'answer.shape',
  'answer.option',
  'answer.unknown-field',
  'answer.unknown-key',
  'answer.municipality',
  'answer.scale',
]);

const fits = (field: Field, value: AnswerValue, lookup: Lookup): boolean =>
  field.type !== 'note' && !checkField(field, value, lookup).some(({ code }) => unfit.has(code));

/** The old version's questions, for the words of what is set aside; without network their ids must do. */
const oldVersion = async (
  { services, base }: SurveyController,
  entry: Entry,
  slug: string,
): Promise<Survey | undefined> => {
  try {
    return await getSurvey((await services!.delivery()).client(base!), slug, { version: entry.formVersion });
  } catch {
    return undefined;
  }
};

/**
 * Moves a draft to the version now served: answers go over by field id; one that fits no question any more is set
 * aside, in words, for the person to read and copy. Nothing is dropped silently.
 */
export const carryOver = async (widget: SurveyController, survey: Survey, entry: Entry): Promise<Entry> => {
  const { language } = widget;
  const before = await oldVersion(widget, entry, survey.slug);
  const old = fieldsOf(before);
  const now = fieldsOf(survey);
  // In the form's order, for what a question offers may hang on the answers before it.
  const state = new FormState(survey.form);
  const left = new Map(Object.entries(entry.answers));
  for (const [id, field] of now) {
    const value = left.get(id);
    if (value === undefined || !fits(field, value, state.lookup)) continue;
    state.set(id, value);
    left.delete(id);
  }
  const text = language.text(before ?? survey);
  const setAside = [...left].map(([id, value]): SetAside => {
    const field = old.get(id) ?? now.get(id);
    return {
      label: field && 'label' in field ? text.words(field.label) : id,
      answer: field ? describeAnswer(field, value, answerWordsIn(language, text)) : JSON.stringify(value),
    };
  });
  return { ...entry, formVersion: survey.version, answers: state.answers, setAside: [...entry.setAside, ...setAside] };
};
