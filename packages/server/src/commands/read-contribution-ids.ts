import { contributionIdSchema } from '@cmto/contract/schemas';
import { usageError } from './command.ts';

/** Public names of contributions, as typed, divided by commas; each once. */
export function readContributionIds(typed: string): string[] {
  const ids = typed.split(',').map((id) => id.trim().toUpperCase());
  const wrong = ids.find((id) => !contributionIdSchema.safeParse(id).success);
  if (wrong !== undefined)
    throw usageError(`"${wrong}" is no public name of a contribution: it has 13 letters and digits`);
  if (new Set(ids).size < ids.length) throw usageError('A contribution is named twice');
  return ids;
}
