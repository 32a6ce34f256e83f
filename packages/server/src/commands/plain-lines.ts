import type { CommandContext } from './command.ts';

/** Controls, which steer a terminal, and marks that turn the direction of writing round. */
export const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const steeringInLine = new RegExp(steering, 'gu');

/** One line, and what follows its breaks set in: what an applicant wrote passes for no line of ours. */
export const plainLine = (line: string): string =>
  line
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((part) => part.replace(steeringInLine, escaped))
    .join('\n  ');

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A context whose lines are safe to show on a terminal. */
export const withPlainLines = (context: CommandContext): CommandContext => ({
  ...context,
  say: (line) => context.say(plainLine(line)),
  warn: (line) => context.warn(plainLine(line)),
});
