import type { Act } from '../register/entry.ts';
import { usageError } from './command.ts';
import type { Options } from './command-options.ts';

/** An option that a command cannot do without. Throws what is expected where it is missing or too long. */
export function required(given: Options, name: 'operator' | 'text' | 'reason' | 'act', most = 500): string {
  const value = given[name];
  if (!value?.trim() || value.length > most) throw usageError(`--${name} is expected, of at most ${most} characters`);
  return value;
}

/** Who takes something out of force, by what act, and why. */
export const readAct = (given: Options): Act => ({
  reason: required(given, 'reason'),
  act: required(given, 'act'),
  operator: required(given, 'operator'),
});
