import { receiptExample } from './examples.ts';
import { failures, success } from './responses.ts';

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

/** What sending under a key is answered with; `refusals`: what may be wrong with it. */
export const receiptOf = (refusals: Parameters<typeof failures>[0]) => ({
  200: success('It had arrived before: the same receipt', 'Receipt', replayed, receiptExample),
  201: success('Stored', 'Receipt', ['Location', 'Cache-Control'], receiptExample),
  ...failures(refusals),
});

/** Headers of an answer that was given before. */
export const replayed = ['Idempotent-Replayed', 'Location', 'Cache-Control'] as const;
