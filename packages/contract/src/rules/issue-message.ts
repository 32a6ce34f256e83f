import type { Issue, IssueCode, IssueParams } from './issue.ts';

/** English words of each issue, for `message` in problem+json; people read the widget's own, by code. */
const messages: Record<IssueCode, string> = {
  'answer.required': 'An answer is required',
  'answer.consent': 'Consent is required',
  'answer.shape': 'The answer is not of the type this field takes',
  'answer.unknown-field': 'The form has no such field',
  'answer.unknown-key': 'There is no such part of the answer',
  'answer.forbidden-key': 'This key is not allowed',
  'answer.hidden': 'The field is hidden by earlier answers and takes no answer',
  'answer.too-short': 'At least {min} characters are needed, {length} given',
  'answer.too-long': 'At most {max} characters are allowed, {length} given',
  'answer.email': 'Not an e-mail address',
  'answer.phone': 'Not an Italian phone number, nor one with its country code',
  'answer.url': 'Not an address that starts with http:// or https://',
  'answer.iban': 'Not a valid IBAN',
  'answer.tax-code': 'Neither a person’s nor a company’s tax code',
  'answer.tax-code-person': 'Not a valid tax code of a person (16 characters)',
  'answer.tax-code-company': 'Not a valid tax code of a company (11 digits)',
  'answer.postal-code': 'Not an Italian postal code (5 digits)',
  'answer.municipality': 'Not the ISTAT code of a municipality of the metropolitan city',
  'answer.number': 'Not a number',
  'answer.min': 'The number must be at least {min}',
  'answer.max': 'The number must be at most {max}',
  'answer.step': 'The number must go in steps of {step} from {start}',
  'answer.scale': 'A whole number from {min} to {max} is needed',
  'answer.date': 'Not a date as 2026-11-20',
  'answer.date-min': 'The date must not be before {min}',
  'answer.date-max': 'The date must not be after {max}',
  'answer.time': 'Not a time as 09:30',
  'answer.time-min': 'The time must not be before {min}',
  'answer.time-max': 'The time must not be after {max}',
  'answer.option': 'Not one of the options offered',
  'answer.other': 'The words for “other” are missing',
  'answer.duplicate': 'Given twice',
  'answer.exclusive': 'The option {option} excludes all others',
  'answer.min-selected': 'At least {min} options must be chosen, {selected} are',
  'answer.max-selected': 'At most {max} options may be chosen, {selected} are',
  'answer.rank-all': 'All {total} options must be ranked, {ranked} are',
  'answer.min-ranked': 'At least {min} options must be ranked, {ranked} are',
  'answer.max-ranked': 'At most {max} options may be ranked, {ranked} are',
  'answer.share': 'A share must be a number from 0 up',
  'answer.total': 'The shares must add up to {total}, not {sum}',
  'answer.matrix-rows': 'Every row needs an answer, {remaining} of {total} have none',
  'answer.place': 'A point needs a latitude and a longitude that exist',
  'answer.max-files': 'At most {max} files are allowed, {files} given',
  'answer.file-size': 'The file is larger than {max} bytes',
  'answer.file-type': 'The file is of a type that is not accepted here ({accept})',
  'answer.files-size': 'The files of all answers together are larger than {max} bytes',
  'answer.file-missing': 'The files of the answer and the attachments differ',
  'answer.min-rows': 'At least {min} rows are needed, {rows} given',
  'answer.max-rows': 'At most {max} rows are allowed, {rows} given',
};

const withParams = (message: string, params: IssueParams): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : ''));

/** An issue in English, for developers and logs: carries limits, never what was answered. */
export const issueMessage = ({ code, params }: Pick<Issue, 'code' | 'params'>): string =>
  withParams(messages[code], params);
