import { hash } from 'node:crypto';

/** What remains of a key after erasure. A key is random, so its plain hash cannot be searched backwards. */
export const hashKey = (key: string): string => hash('sha256', key, 'base64url');
