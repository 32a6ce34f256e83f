import type { RequestMessage } from '../schemas/message.ts';
import type { RequestStatus } from '../schemas/receipt.ts';
import type { TimelineEntry } from '../schemas/request-status.ts';

/**
 * The message that a page shows in a box of its own, and therefore not among the others: what the office waits for, or
 * the outcome with its reasons. Its files are shown in the box. Undefined where there is none.
 */
export const boxedMessage = ({ state, asked, messages }: RequestStatus): RequestMessage | undefined => {
  if (state === 'closed') return messages.find(({ kind }) => kind === 'closed');
  return state === 'waiting' && asked ? messages.find(({ id }) => id === asked.messageId) : undefined;
};

/** What the timeline adds to an event: nothing where it is a message, which is told with the others. */
export const noteOf = ({ event, note }: TimelineEntry): string | undefined =>
  event === 'asked' || event === 'closed' ? undefined : note;
