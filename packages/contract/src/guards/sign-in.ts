import { isRecord } from '../rules/own.ts';
import type { SignIn, SignInProof } from '../schemas/sign-in.ts';

const isText = (value: Record<string, unknown>, key: string, pattern: RegExp = /./): boolean =>
  Object.hasOwn(value, key) && typeof value[key] === 'string' && pattern.test(value[key]);

/** Whether a value says where to sign in: a person is sent to no other kind of address. */
export const isSignIn = (value: unknown): value is SignIn => isRecord(value) && isText(value, 'url', /^https?:\/\//);

/** Whether a value says who has signed in. */
export const isSignInProof = (value: unknown): value is SignInProof =>
  isRecord(value) &&
  ['proof', 'givenName', 'familyName'].every((key) => isText(value, key)) &&
  isText(value, 'expiresAt', /^\d{4}-.+Z$/);
