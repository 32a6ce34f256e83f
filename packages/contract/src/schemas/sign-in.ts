import { z } from 'zod';
import { instantSchema, slugSchema } from './text.ts';

/** 256 random bits, base64url. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a page posts to begin signing in for a service. */
export const signInStartSchema = z.strictObject({
  service: slugSchema,
  /** Where to come back to: the page itself, without fragment, of an origin that the service's department allows. */
  page: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[!"$-~]+$/),
  /** SHA-256 of a secret that this page keeps, base64url: what comes back is of use to this page only. */
  challenge: tokenSchema,
});
export type SignInStart = z.infer<typeof signInStartSchema>;

/** Where the person goes to sign in, and until when. */
export const signInSchema = z.strictObject({ url: z.url().max(8000), expiresAt: instantSchema });
export type SignIn = z.infer<typeof signInSchema>;

/** What the page posts when the person has come back with `#cmto-sign-in=…`. */
export const proofRequestSchema = z.strictObject({
  code: tokenSchema,
  /** The secret that the challenge was made of. */
  verifier: tokenSchema,
});
export type ProofRequest = z.infer<typeof proofRequestSchema>;

/** Who has signed in. `proof` goes into a submission's `identity`: one submission to this service, until `expiresAt`. */
export const signInProofSchema = z.strictObject({
  proof: tokenSchema,
  givenName: z.string().min(1).max(200),
  familyName: z.string().min(1).max(200),
  taxCode: z.string().regex(/^[A-Z0-9]{16}$/),
  expiresAt: instantSchema,
});
export type SignInProof = z.infer<typeof signInProofSchema>;
