import type { ReceiptStatus } from '@cmto/contract';

/** The figures of a number as people type one: `CMTO-RI-2026/0000042`, `42/2026`, `42`. Undefined where there are none. */
const figuresOf = (typed: string): number[] | undefined => typed.match(/\d+/g)?.slice(-2).map(Number);

/** Whether something can be a number; nothing at all can, for what waits to be confirmed has none yet. */
export const mayBeNumber = (typed: string): boolean => !typed.trim() || figuresOf(typed) !== undefined;

/**
 * Whether this is the number of a receipt, in the internal register or in the official one, with its year or without;
 * nothing typed is the number of a receipt that has none.
 */
export const isNumberOf = (typed: string, status: ReceiptStatus): boolean => {
  const { register } = status;
  const official = status.kind === 'request' ? status.official : undefined;
  const figures = figuresOf(typed);
  if (!figures) return !register;
  const isOf = (year: number | string, number: string): boolean => {
    const whole = [Number(year), Number(number)];
    return figures.length === 1 ? figures[0] === whole[1] : figures.sort().join() === whole.sort().join();
  };
  return (
    (register !== undefined && isOf(register.year, register.number)) ||
    (official !== undefined && isOf(official.date.slice(0, 4), official.number))
  );
};
