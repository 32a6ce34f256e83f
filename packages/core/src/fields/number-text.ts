/**
 * Reads a number as people write it: `1.234,5`, `1 234,5`, `-3`. `decimal` is the language's decimal sign; the other
 * one counts as decimal, too, wherever it cannot be a thousands separator. Undefined when it is no number.
 */
export const parseNumber = (text: string, decimal: string): number | undefined => {
  const digits = text
    .replace(/[\s'’]/g, '')
    .replace('−', '-')
    .replace(/[.,]/g, (sign) => (sign === decimal ? '.' : ','));
  const isGrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits);
  const plain = digits.replaceAll(',', isGrouped ? '' : '.');
  return /^[-+.\d]+$/.test(plain) && Number.isFinite(+plain) ? +plain : undefined;
};

/** A number as it is typed in the language: no thousands separators, nothing lost. */
export const formatNumber = (value: unknown, decimal: string): string =>
  typeof value === 'number' ? String(value).replace('.', decimal) : typeof value === 'string' ? value : '';

/** What a number box holds: a number, else the text as typed (which the rules will name as wrong), else nothing. */
export const readNumber = (text: string, decimal: string): number | string | undefined =>
  text.trim() === '' ? undefined : (parseNumber(text, decimal) ?? text);
