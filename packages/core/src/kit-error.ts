import type { Problem } from '@cmto/contract';

/** Failures that are the network's or the device's, not an answer of our server. */
export type LocalErrorCode =
  | 'network.unreachable'
  | 'network.timeout'
  | 'network.unexpected'
  | 'definition.unreadable'
  | 'storage.failed'
  | 'file.unreadable'
  | 'position.denied';

/**
 * The one error of the kit. `code` is a problem code of the contract or a local one: it decides what happens next and
 * is the key of the words a person reads. `message` is for developers.
 */
export class KitError extends Error {
  override readonly name = 'KitError';
  readonly code: string;
  readonly problem: Problem | undefined;
  /** Seconds the server asked to wait, if it did. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    message: string,
    options: { cause?: unknown; problem?: Problem; retryAfter?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.problem = options.problem;
    this.retryAfter = options.retryAfter;
  }
}

/** Any thrown value as a `KitError`, so that callers switch on one type. */
export const toKitError = (error: unknown): KitError =>
  error instanceof KitError ? error : new KitError('network.unexpected', String(error), { cause: error });
