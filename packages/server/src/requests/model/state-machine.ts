import type { RequestState } from '@cmto/contract';

/** What may happen to a request, and where it leads from each state; what is not here is refused. */
const moves = {
  /** The code that was sent to the address has come back. */
  confirm: { unconfirmed: 'registered' },
  take: { registered: 'in-charge' },
  ask: { registered: 'waiting', 'in-charge': 'waiting' },
  add: { registered: 'registered', 'in-charge': 'in-charge', waiting: 'in-charge' },
  withdraw: { unconfirmed: 'withdrawn', registered: 'withdrawn', 'in-charge': 'withdrawn', waiting: 'withdrawn' },
  close: { registered: 'closed', 'in-charge': 'closed', waiting: 'closed' },
} as const satisfies Record<string, Partial<Record<RequestState, RequestState>>>;

export type Move = keyof typeof moves;

/** The state after a move; undefined where the state does not allow it. */
export const stateAfter = (state: RequestState, move: Move): RequestState | undefined =>
  (moves[move] as Partial<Record<RequestState, RequestState>>)[state];

/** Whether the office still owes an outcome. */
export const isPending = (state: RequestState): boolean => stateAfter(state, 'close') !== undefined;

/** The states in which the office still owes an outcome. */
export const pendingStates: readonly RequestState[] = Object.keys(moves.close) as RequestState[];
