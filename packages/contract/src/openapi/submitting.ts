/** What may be wrong with whatever is sent under a key. */
export const ofBodies = [
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'idempotency.missing',
  'idempotency.mismatch',
  'idempotency.in-flight',
  'submission.erased',
  'attachment.missing',
  'submission.invalid',
  'origin.not-allowed',
] as const;

/** Headers of an answer that was given before. */
export const replayed = ['Idempotent-Replayed', 'Location', 'Cache-Control'] as const;
