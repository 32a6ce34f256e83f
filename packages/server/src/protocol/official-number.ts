import type { OfficialNumber } from '@cmto/contract';
import { romeDate } from '../time/rome-date.ts';

/** What a segnatura allows as a register's code. */
export const registerCodeFormat = /^[A-Za-z0-9_.-]{1,16}$/;
const numberFormat = /^\d{7,20}$/;

/** Why something is no number that this document can have; a code. */
export type NumberProblem = 'register-code' | 'number-format' | 'date-format' | 'date-future' | 'date-before';

/** Seven digits at least (DPR 445/2000 art. 57), however many were typed. */
export const toNumberText = (typed: string): string => (/^\d{1,20}$/.test(typed) ? typed.padStart(7, '0') : typed);

/** The year that a number belongs to: they begin anew on 1 January. */
export const yearOf = ({ date }: Pick<OfficialNumber, 'date'>): number => Number(date.slice(0, 4));

export interface NumberLimits {
  /** The day on which the document came, in Europe/Rome; undefined: the number may be older than it. */
  readonly notBefore?: string | undefined;
  readonly now: number;
  /** The department's own register, if it is known. */
  readonly registerCode?: string | undefined;
}

/** Undefined: it can be this document's number. */
export function checkOfficialNumber(
  { register, number, date }: OfficialNumber,
  { notBefore, now, registerCode }: NumberLimits,
): NumberProblem | undefined {
  if (!registerCodeFormat.test(register) || (registerCode !== undefined && register !== registerCode))
    return 'register-code';
  if (!numberFormat.test(number) || /^0+$/.test(number)) return 'number-format';
  if (!isDate(date)) return 'date-format';
  if (date > romeDate(now)) return 'date-future';
  if (notBefore !== undefined && date < notBefore) return 'date-before';
  return undefined;
}

/** A day that there is: 30 February is none. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T12:00:00Z`)) &&
  new Date(`${text}T12:00:00Z`).toISOString().startsWith(text);
