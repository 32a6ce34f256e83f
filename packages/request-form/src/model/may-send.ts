import type { RequestStatus, SentMessageKind } from '@cmto/contract';

const open: readonly RequestStatus['state'][] = ['registered', 'in-charge', 'waiting'];

/** Whether a request in this state takes such a message, as the server decides it. */
export const maySend = (kind: SentMessageKind, state: RequestStatus['state']): boolean => {
  switch (kind) {
    case 'addition':
      return open.includes(state);
    case 'withdrawal':
      return state === 'unconfirmed' || open.includes(state);
    case 'confirm':
    case 'resend-code':
      return state === 'unconfirmed';
    default:
      return true;
  }
};

/** Whether the office still has something to do: what is over has no deadline and no next step. */
export const isOpen = ({ state }: Pick<RequestStatus, 'state'>): boolean => state !== 'closed' && state !== 'withdrawn';
