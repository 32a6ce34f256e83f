import type { CommandTable } from './command-options.ts';

export const mailUsage = `
  mail list                                 letters that wait or cannot be delivered
  mail retry LETTER|all                     puts letters that could not be delivered back into the queue`;

/** What an office does about letters. */
export const mailCommands: CommandTable = {
  'mail list': { operands: 0, run: async (context) => (await import('./manage-mail.ts')).listLetters(context) },
  'mail retry': {
    operands: 1,
    run: async (context, [id]) => (await import('./manage-mail.ts')).retryLetters(context, id!),
  },
};
