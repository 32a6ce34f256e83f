import type { SentMessage } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { RequestMessageRow, RequestRow, ResponseRow, Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { stateAfter, type Move } from './model/state-machine.ts';
import { stateOf } from './request-row.ts';

/** A message being taken in, within its transaction. */
export interface Taking {
  readonly transaction: Transaction<Schema>;
  readonly request: RequestRow;
  readonly row: ResponseRow;
  readonly key: string;
  readonly sent: SentMessage;
  readonly at: number;
  /** Of the procedure: only a confirmation asks. */
  readonly days: number;
}

/** A refusal that leaves a trace, so its transaction is kept; the others are thrown. */
export type Taken = Pick<RequestMessageRow, 'register'> | ProblemError;

/** The state after a move. Throws `message.not-possible`. */
export function requireState(request: RequestRow, move: Move): string {
  const state = request.annulled === 1 ? undefined : stateAfter(stateOf(request), move);
  if (state === undefined) throw new ProblemError('message.not-possible');
  return state;
}

/** Locks what a message is for; gives how it is taken then, or undefined where there is no such thing any more. */
export type Recipient = (transaction: Transaction<Schema>, at: number) => Promise<(() => Promise<Taken>) | undefined>;
