/**
 * Answers of our own server that sending the same again cannot change: a person has to look at it. Everything else is
 * tried again, also a code that this version does not know: better once too often than an answer given up by mistake.
 */
const refusals = new Set([
  'request.malformed',
  'request.unsupported-type',
  'request.too-large',
  'request.invalid',
  'request.not-found',
  'request.method-not-allowed',
  'origin.not-allowed',
  'idempotency.missing',
  'idempotency.mismatch',
  'submission.invalid',
  'submission.erased',
  'identity.required',
  'identity.not-offered',
  'identity.over',
  'contribution.not-found',
  'contribution.already-endorsed',
  'receipt.not-found',
  'message.not-possible',
  'message.code-wrong',
  'message.code-expired',
  'attachment.missing',
  'attachment.mismatch',
  'attachment.too-large',
  'attachment.infected',
  // What is filled in is refused in the same words, each in its own area.
  ...['survey', 'service', 'consultation'].flatMap((area) =>
    ['not-found', 'not-open', 'closed', 'version-withdrawn', 'version-unknown'].map((what) => `${area}.${what}`),
  ),
]);

/**
 * Whether sending again may help. Decided by the problem's code, not by the HTTP status alone; an answer that is not
 * our server's (no problem+json with a known code) is the network's and is tried again.
 */
export const isRetried = (code: string): boolean => !refusals.has(code);
