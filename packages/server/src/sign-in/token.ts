import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token, and what a page's challenge is of its verifier. */
export const hashToken = (token: string): string => hash('sha256', token, 'base64url');
