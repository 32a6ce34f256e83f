import type { FieldOf } from '../../schemas/field.ts';
import { isDate, isTime } from '../calendar.ts';
import { isEmail } from '../email.ts';
import { isIban } from '../iban.ts';
import type { IssueCode } from '../issue.ts';
import { limits } from '../limits.ts';
import { isMunicipalityCode } from '../municipality-code.ts';
import { own } from '../own.ts';
import { isPhone } from '../phone.ts';
import { isPostalCode } from '../postal-code.ts';
import { isTaxCode } from '../tax-code.ts';
import { isUrl } from '../url.ts';
import type { Judge, Report } from './judge.ts';

/** Reports a text longer than `max`; tells whether it did. */
export const isTooLong = (text: string, max: number, report: Report, path?: string): boolean => {
  if (text.length <= max) return false;
  report('answer.too-long', { max, length: text.length, excess: text.length - max }, path);
  return true;
};

/** Text of some length. */
export const judgeText = (field: FieldOf<'text' | 'long-text'>): Judge => {
  const min = own(field, 'minLength') ?? 0;
  const max = own(field, 'maxLength') ?? (field.type === 'text' ? limits.text : limits.longText);
  return (value, report) => {
    if (typeof value !== 'string') return report('answer.shape');
    if (isTooLong(value, max, report)) return;
    const { length } = value;
    if (length < min) report('answer.too-short', { min, length, remaining: min - length });
  };
};

const judgeCode =
  (code: IssueCode, max: number, isRight: (value: string) => boolean): Judge =>
  (value, report) => {
    if (typeof value !== 'string') return report('answer.shape');
    // Before any pattern runs over it.
    if (!isTooLong(value, max, report) && !isRight(value)) report(code);
  };

export const judgeEmail = judgeCode('answer.email', limits.email, isEmail);
export const judgePhone = judgeCode('answer.phone', limits.phone, isPhone);
export const judgeUrl = judgeCode('answer.url', limits.url, isUrl);
export const judgePostalCode = judgeCode('answer.postal-code', limits.code, isPostalCode);
export const judgeIban = judgeCode('answer.iban', limits.code, isIban);
export const judgeMunicipality = judgeCode('answer.municipality', limits.code, isMunicipalityCode);

const taxCodeIssues = {
  person: 'answer.tax-code-person',
  company: 'answer.tax-code-company',
  any: 'answer.tax-code',
} as const;

export const judgeTaxCode = (field: FieldOf<'tax-code'>): Judge => {
  const kind = own(field, 'kind') ?? 'any';
  return judgeCode(taxCodeIssues[kind], limits.code, (value) => isTaxCode(value, kind));
};

/** A date or a time: both sort as strings. */
export const judgeMoment = (field: FieldOf<'date' | 'time'>): Judge => {
  const { type } = field;
  const isRight = type === 'date' ? isDate : isTime;
  const min = own(field, 'min');
  const max = own(field, 'max');
  return (value, report) => {
    if (typeof value !== 'string') return report('answer.shape');
    if (isTooLong(value, limits.code, report)) return;
    if (!isRight(value)) report(`answer.${type}`);
    else if (min !== undefined && value < min) report(`answer.${type}-min`, { min });
    else if (max !== undefined && value > max) report(`answer.${type}-max`, { max });
  };
};
