/** Letters that stand for the digits 0 to 9 where two people would have the same code (omocodia). */
const omocodia = 'LMNPQRSTUV';
const person = /^[A-Z]{6}[\dLMNP-V]{2}([ABCDEHLMPRST])([\dLMNP-V]{2})[A-Z][\dLMNP-V]{3}[A-Z]$/;
const months = 'ABCDEHLMPRST';
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Values of 0–9 (or A–J, which weigh the same) and then K–Z in odd places, counted from 1. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const valueOf = (character: string): number => (character <= '9' ? Number(character) : character.charCodeAt(0) - 65);

const checkCharacter = (code: string): string => {
  let sum = 0;
  for (let at = 0; at < 15; at += 1) {
    const value = valueOf(code[at]!);
    sum += at % 2 === 0 ? oddValues[value]! : value;
  }
  return String.fromCharCode(65 + (sum % 26));
};

const digit = (character: string): number => {
  const substituted = omocodia.indexOf(character);
  return substituted < 0 ? Number(character) : substituted;
};

/** Women's days of birth are written plus 40. */
const isBirthDay = (month: string, day: string): boolean => {
  const written = digit(day[0]!) * 10 + digit(day[1]!);
  const real = written > 40 ? written - 40 : written;
  return real >= 1 && real <= daysOfMonths[months.indexOf(month)]!;
};

const isPersonTaxCode = (value: string): boolean => {
  const match = person.exec(value);
  return match !== null && isBirthDay(match[1]!, match[2]!) && checkCharacter(value) === value[15];
};

const isCompanyTaxCode = (value: string): boolean => {
  if (!/^\d{11}$/.test(value) || /^0+$/.test(value)) return false;
  let sum = 0;
  for (let at = 0; at < 11; at += 1) {
    const weighed = Number(value[at]) * (at % 2 === 0 ? 1 : 2);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
};

/** Whether a canonical tax code is right, check character included: 16 characters of a person, 11 digits of a company. */
export const isTaxCode = (value: string, kind: 'person' | 'company' | 'any' = 'any'): boolean =>
  (kind !== 'company' && isPersonTaxCode(value)) || (kind !== 'person' && isCompanyTaxCode(value));
