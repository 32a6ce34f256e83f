import { type AnswerValue, describeAnswer, type Field, type IssueCode, type Lookup } from '@cmto/contract';
import { checkField } from '@cmto/contract/rules/validity';
import { FormState } from '../form/form-state.ts';
import type { Entry, SetAside } from '../storage/entry.ts';
import { answerWordsIn } from '../text/answer-words.ts';
import type { FormDefinition, FormTag } from './form-widget.ts';

const fieldsOf = (definition: FormDefinition | undefined): Map<string, Field> =>
  new Map(definition?.form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));

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

/**
 * Moves a draft to the version now served: answers go over by field id; one that fits no question any more is set
 * aside, in words, for the person to read and copy. Nothing is dropped silently.
 */
export const carryOver = async (tag: FormTag, definition: FormDefinition, entry: Entry): Promise<Entry> => {
  // For the words of what is set aside; without network the questions' ids must do.
  const before = await tag.version(entry.formVersion).catch(() => undefined);
  const old = fieldsOf(before);
  const now = fieldsOf(definition);
  // In the form's order, for what a question offers may hang on the answers before it.
  const state = new FormState(definition.form);
  const left = new Map(Object.entries(entry.answers));
  for (const [id, field] of now) {
    const value = left.get(id);
    if (value === undefined || !fits(field, value, state.lookup)) continue;
    state.set(id, value);
    left.delete(id);
  }
  const text = tag.text(before ?? definition);
  const setAside = [...left].map(([id, value]): SetAside => {
    const field = old.get(id) ?? now.get(id);
    return {
      label: field && 'label' in field ? text.words(field.label) : id,
      answer: field ? describeAnswer(field, value, answerWordsIn(tag.language, text)) : JSON.stringify(value),
    };
  });
  return {
    ...entry,
    formVersion: definition.version,
    answers: state.answers,
    setAside: [...entry.setAside, ...setAside],
  };
};
