import type { CommandTable } from './command-options.ts';

export const registerUsage = `
  register day                              closes the days that are over; says which of them conservation has not confirmed
  register export DAY --json|--csv [--out FILE]
  register confirm DAY --sha256 HASH --reference TEXT --operator WHO
                                            records that conservation has taken that file of the day in
  register annul NUMBER --reason TEXT --act TEXT --operator WHO
                                            NUMBER as 2026/0000123; another row says so, the first stays
  register erase NUMBER --part correspondent|subject|files --reason TEXT --act TEXT --operator WHO
                                            erases personal data of a row; another row says so, the chain holds
  register verify                           computes the whole register anew`;

export const registerCommands: CommandTable = {
  'register day': { operands: 0, run: async (context) => (await import('./register-days.ts')).closeRegister(context) },
  'register export': {
    operands: 1,
    options: ['json', 'csv', 'out'],
    run: async (context, [day], given) => (await import('./register-days.ts')).exportDay(context, day!, given),
  },
  'register confirm': {
    operands: 1,
    options: ['sha256', 'reference', 'operator'],
    run: async (context, [day], given) => (await import('./register-days.ts')).confirm(context, day!, given),
  },
  'register annul': {
    operands: 1,
    options: ['reason', 'act', 'operator'],
    run: async (context, [number], given) => (await import('./register-acts.ts')).annul(context, number!, given),
  },
  'register erase': {
    operands: 1,
    options: ['part', 'reason', 'act', 'operator'],
    run: async (context, [number], given) => (await import('./register-acts.ts')).erasePart(context, number!, given),
  },
  'register verify': {
    operands: 0,
    run: async (context) => (await import('./register-verify.ts')).verify(context),
  },
};
