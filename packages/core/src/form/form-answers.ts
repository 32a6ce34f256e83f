import type { Answers, AnswerValue, Field, Form, Lookup, Option, Page } from '@cmto/contract';
import { holdsUnanswered } from '@cmto/contract/rules/holds-unanswered';
import { own } from '@cmto/contract/rules/own';

/** What follows from an answer: fields and pages to be shown anew. */
export interface AnswerEffect {
  readonly fields: Iterable<string>;
  readonly pages: boolean;
}

/** The answers of one form and what they make visible. */
export interface FormAnswers {
  readonly form: Form;
  /** Pages that are shown, in order. */
  readonly pages: Page[];
  /** All answers as typed. */
  readonly answers: Answers;
  /** The answer as it counts: canonical, none for a hidden field, without options that are hidden. */
  readonly lookup: Lookup;
  /** The answer as typed, also of a field that is hidden now. */
  raw(id: string): AnswerValue | undefined;
  field(id: string): Field | undefined;
  isVisible(fieldId: string): boolean;
  /** Whether a field, of the form or of a group's row, must be answered; `lookup` sees what its conditions may name. */
  isRequired(field: Field, lookup: Lookup): boolean;
  /** Its options that are shown, in the definition's order; none for a field without options. */
  visibleOptions(field: Field, lookup: Lookup): Option[];
  set(id: string, value: AnswerValue | undefined): AnswerEffect;
}

const unanswered: Lookup = () => undefined;
const nothing: AnswerEffect = { fields: [], pages: false };

const isShown = (part: Page | Field | Option): boolean => {
  const condition = own(part, 'visibleIf');
  return condition === undefined || holdsUnanswered(condition);
};

const isRequired = (field: Field): boolean => {
  const condition = own(field, 'requiredIf');
  return own(field, 'required') === true || (condition !== undefined && holdsUnanswered(condition));
};

/**
 * A form before anything follows from an answer: what it shows at first, and answers kept until the rules that follow
 * from them have come. This is all that the first questions need.
 */
export const blankAnswers = (form: Form): FormAnswers => {
  const given = new Map<string, AnswerValue>();
  const fields = new Map<string, Field>();
  const shown = new Set<string>();
  const pages = form.pages.filter(isShown);
  for (const page of form.pages) for (const field of page.fields) fields.set(field.id, field);
  for (const page of pages) for (const field of page.fields) if (isShown(field)) shown.add(field.id);
  return {
    form,
    pages,
    lookup: unanswered,
    get answers() {
      return Object.fromEntries(given);
    },
    raw: (id) => given.get(id),
    field: (id) => fields.get(id),
    isVisible: (id) => shown.has(id),
    isRequired,
    visibleOptions: (field) => (own(field, 'options') ?? []).filter(isShown),
    set(id, value) {
      if (value === undefined) given.delete(id);
      else given.set(id, value);
      return nothing;
    },
  };
};
