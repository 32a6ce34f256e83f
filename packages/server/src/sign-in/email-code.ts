import { createHmac, randomInt, timingSafeEqual, type KeyObject } from 'node:crypto';

/** The code last sent to a request's address: JSON of the request's row. Times in milliseconds. */
export interface EmailCode {
  /** HMAC under the server's secret: six digits could be found out from any plain hash. */
  readonly hash: string;
  /** Tries left at this code. */
  readonly tries: number;
  readonly endsAt: number;
  readonly sentAt: number;
  /** Codes sent since `since`. */
  readonly sent: number;
  readonly since: number;
}

const day = 24 * 3_600_000;
const tries = 5;
/** A code a minute and five a day: an address that is somebody else's is not to be filled with letters. */
const pause = 60_000;
const perDay = 5;

/**
 * A new code for a request, in place of the one before, which is then worth nothing. Undefined: too soon, or too many
 * today. With five codes of five tries a day, guessing for 30 days succeeds with a probability of 0.08 %; and whoever
 * guesses needs the receipt's code first.
 */
export function newEmailCode(
  secret: KeyObject,
  key: string,
  now: number,
  before?: EmailCode,
): { readonly code: string; readonly stored: EmailCode } | undefined {
  // A clock that was set back is not to lock anybody out: only what lies behind counts.
  const elapsed = before ? now - before.sentAt : pause;
  if (elapsed >= 0 && elapsed < pause) return undefined;
  const today = before && now >= before.since && now < before.since + day ? before : undefined;
  if (today && today.sent >= perDay) return undefined;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const stored = {
    hash: hashOf(secret, key, code),
    tries,
    endsAt: now + day,
    sentAt: now,
    sent: (today?.sent ?? 0) + 1,
    since: today?.since ?? now,
  };
  return { code, stored };
}

/**
 * Whether this is the code. `over`: too old, or tried too often, and also the right one is refused. After `wrong` the
 * caller stores what is left, in a way that two tries at once cannot both read the same number.
 */
export function tryEmailCode(
  secret: KeyObject,
  key: string,
  stored: EmailCode,
  typed: string,
  now: number,
): { readonly result: 'right' | 'over' } | { readonly result: 'wrong'; readonly stored: EmailCode } {
  if (stored.tries <= 0 || now >= stored.endsAt) return { result: 'over' };
  const right = timingSafeEqual(Buffer.from(hashOf(secret, key, typed)), Buffer.from(stored.hash));
  return right ? { result: 'right' } : { result: 'wrong', stored: { ...stored, tries: stored.tries - 1 } };
}

/** The same secret makes receipt codes: what it is used for here begins unlike any key. */
const hashOf = (secret: KeyObject, key: string, code: string): string =>
  createHmac('sha256', secret).update(`e-mail code\n${key}\n${code}`).digest('base64url');
