import {
  type Answers,
  type AnswerWords,
  type Attachment,
  describeAnswer,
  type Field,
  type Form,
  localize,
  quoteAnswers,
  visibilityOf,
} from '@cmto/contract';
import { formatsOf } from './formats.ts';

/** Answers in words, page by page as the form asked for them. */
export interface DescribedPage {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly DescribedAnswer[];
}

export interface DescribedAnswer {
  readonly field: string;
  readonly label: string;
  /** Several lines where there are several rows. */
  readonly words: string;
}

export interface DescribeOptions {
  readonly form: Form;
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
  /** Languages of the definition. */
  readonly languages: readonly string[];
  readonly language: string;
  readonly yes: string;
  readonly no: string;
  readonly municipalityName: (code: string) => string;
}

/** Puts what was sent into the words of the form that asked for it; what was not answered is left out. */
export function describeAnswers(options: DescribeOptions): DescribedPage[] {
  const { form, language, languages } = options;
  const { pages, answers } = visibilityOf(form, options.answers);
  const words = wordsOf(options, form, answers);
  return pages
    .map(({ id, title, fields }) => ({
      id,
      title: localize(title ?? '', language, languages).text,
      answers: fields
        .filter((field) => Object.hasOwn(answers, field.id) && field.type !== 'note')
        .map((field) => ({ field: field.id, label: labelOf(field, words), words: describe(field, answers, words) })),
    }))
    .filter((page) => page.answers.length > 0);
}

const describe = (field: Field, answers: Answers, words: AnswerWords): string =>
  describeAnswer(field, answers[field.id]!, words);

const labelOf = (field: Field, words: AnswerWords): string => (field.type === 'note' ? '' : words.text(field.label));

function wordsOf(options: DescribeOptions, form: Form, answers: Answers): AnswerWords {
  const { language, languages, attachments, municipalityName, yes, no } = options;
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));
  const names = new Map(attachments.map(({ sha256, name }) => [sha256, name]));
  const { number, date, list } = formatsOf(language);
  const plain: AnswerWords = {
    text: (text) => localize(text, language, languages).text,
    yes,
    no,
    number: (value) => number.format(value),
    date: (value) => date.format(new Date(value)),
    municipality: municipalityName,
    file: (sha256) => names.get(sha256) ?? sha256,
    list: (items) => list.format(items),
    pair: (question, answer) => `${question}${/[?!…:]\s*$/.test(question) ? '' : ':'} ${answer}`,
    step: (value, max) => `${value}/${max}`,
  };
  const quoted = (id: string): string | undefined => {
    const field = fields.get(id);
    return field && Object.hasOwn(answers, id) ? describe(field, answers, plain) : undefined;
  };
  return { ...plain, text: (text) => quoteAnswers(plain.text(text), quoted) };
}
