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
  'survey.not-found',
  'survey.not-open',
  'survey.closed',
  'survey.version-withdrawn',
  'survey.version-unknown',
  'identity.required',
  'identity.not-offered',
  'identity.over',
  'service.not-found',
  'service.not-open',
  'service.closed',
  'service.version-withdrawn',
  'service.version-unknown',
  'receipt.not-found',
  'message.not-possible',
  'message.code-wrong',
  'message.code-expired',
  'attachment.missing',
  'attachment.mismatch',
  'attachment.too-large',
  'attachment.infected',
]);

/**
 * Whether sending again may help. Decided by the problem's code, not by the HTTP status alone; an answer that is not
 * our server's (no problem+json with a known code) is the network's and is tried again.
 */
export const isRetried = (code: string): boolean => !refusals.has(code);
