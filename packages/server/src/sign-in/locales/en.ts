import type { Words } from './it.ts';

export const en: Words = {
  over: 'This sign-in has expired or was already used. Go back to the page of the request and sign in again: what you wrote is still there.',
};
