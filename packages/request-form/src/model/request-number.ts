import type { ReceiptStatus } from '@cmto/contract';

/**
 * Whether this is the number of a receipt, in the internal register or in the official one, as people type one:
 * `CMTO-RI-2026/0000042`, `42/2026`, `42`. Nothing typed is the number of a receipt that has none.
 */
export const isNumberOf = (typed: string, status: ReceiptStatus): boolean => {
  const { register } = status;
  const official = status.kind === 'request' ? status.official : undefined;
  if (!typed.trim()) return !register;
  const figures = typed.match(/\d+/g)?.slice(-2).map(Number) ?? [];
  const isOf = (year: number | string, number: string): boolean => {
    const whole = [Number(year), Number(number)];
    return figures.length === 1 ? figures[0] === whole[1] : figures.sort().join() === whole.sort().join();
  };
  return (
    (register !== undefined && isOf(register.year, register.number)) ||
    (official !== undefined && isOf(official.date.slice(0, 4), official.number))
  );
};
