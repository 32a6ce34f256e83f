import { hash } from 'node:crypto';

/** What a document's Message-ID has before the @: the same at every try, so that its receipts are known. */
export const pecMessageHash = (key: string): string => hash('sha256', `pec ${key}`).slice(0, 40);
