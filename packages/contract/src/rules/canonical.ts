import type { Form } from '../schemas/form.ts';
import type { Answers } from '../schemas/submission.ts';
import { canonicalValue } from './canonical-value.ts';
import { indexOf } from './form-index.ts';
import { own } from './own.ts';

/**
 * Answers in canonical form: empty ones left out, those of fields the form does not have too. Hidden fields are not
 * looked at: give it the effective answers of `visibilityOf`. Doing it twice changes nothing.
 */
export const canonicalAnswers = (form: Form, answers: Answers): Answers => {
  const result = Object.create(null) as Answers;
  for (const { id, field } of indexOf(form).fields.values()) {
    const raw = own(answers, id);
    const value = raw === undefined ? undefined : canonicalValue(field, raw);
    if (value !== undefined) result[id] = value;
  }
  return result;
};

export { canonicalJson } from './canonical-json.ts';
export { canonicalText, canonicalValue } from './canonical-value.ts';
export { contentToHash } from './content-hash.ts';
