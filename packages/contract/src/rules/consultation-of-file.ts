import type { Consultation, ConsultationFile } from '../schemas/consultation.ts';

/**
 * A consultation file with its shorthands spelt out: open to all, no identity, and confidential unless it says that it
 * is anonymous. Its `version` is the server's to give.
 */
export const consultationOfFile = (
  { access, identity, attribution, version: _, ...rest }: ConsultationFile,
  version: number,
): Consultation => ({
  ...rest,
  version,
  access: access ?? 'open',
  identity: identity === undefined || identity === 'anonymous' ? 'none' : identity,
  attribution: attribution ?? (identity === 'anonymous' ? 'anonymous' : 'confidential'),
});
