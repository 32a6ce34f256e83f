import { createSecretKey, hash } from 'node:crypto';
import { contributionIdOf } from '../../src/contributions/contribution-id.ts';
import { receiptCodeOf } from '../../src/receipts/receipt-code.ts';
import { proofOf } from '../../src/sign-in/proofs.ts';

// What the service makes of its secret is known before it has made it: so requests are drawn from the seed alone.

/** The service's `CMTO_SECRET`. */
export const secretWords = 'parola che il servizio di questa prova ha per sé';
const secret = createSecretKey(Buffer.from(secretWords));

const uuidOf = (text: string): string => {
  const digits = hash('md5', text);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
};
const keysOf = (what: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => uuidOf(`${what} ${at}`));

/** Few, so that some come again with other content, or on another resource. */
export const anyKeys = keysOf('key', 400);
/** Of requests, of which the first are there before anything is sent. */
export const requestKeys = keysOf('request', 120);
/** Of contributions that are published as they come, likewise. */
export const ideaKeys = keysOf('idea', 60);
/** Of files, and of what names them. */
export const fileKeys = keysOf('file', 100);
/** How many of the requests, ideas, sign-ins and files are there before anything is sent. */
export const thereBefore = 60;

export const receiptCodes = [...requestKeys, ...ideaKeys, ...anyKeys.slice(0, 20)].map((key) =>
  receiptCodeOf(secret, key),
);
export const contributionIds = ideaKeys.map((key) => contributionIdOf(secret, key));

const tokenOf = (text: string): string => hash('sha256', text, 'base64url');

/** People who have signed in: each may send one request. */
export const signIns = Array.from({ length: thereBefore }, (_, at) => {
  const [code, verifier] = [tokenOf(`code ${at}`), tokenOf(`verifier ${at}`)];
  return { code, verifier, challenge: hash('sha256', verifier, 'base64url'), proof: proofOf(secret, code, verifier) };
});
/** What people come back from the provider with, each once. */
export const states = Array.from({ length: thereBefore }, (_, at) => tokenOf(`state ${at}`));
