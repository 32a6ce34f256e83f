import { isEmail } from '@cmto/contract';
import type { MailboxOf } from './escalation.ts';

/**
 * Reads who is told of a deadline that has passed: `steering=…, directorate=…` and one per department,
 * `sviluppo-economico=…`, separated by commas. Undefined: that is not what it says.
 */
export function readMailboxes(text: string): ReadonlyMap<string, string> | undefined {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const good = pairs.every(([name, address, more]) => name && address && isEmail(address) && more === undefined);
  return good ? new Map(pairs as [string, string][]) : undefined;
}

export const mailboxesOf =
  (mailboxes: ReadonlyMap<string, string>): MailboxOf =>
  (level, department) =>
    mailboxes.get(level === 'department' ? department : level);
