import { hash, randomBytes } from 'node:crypto';
import { canonicalJson } from '@cmto/contract';
import type { RegisterParticularRow } from '../database/register-rows.ts';
import type { Entry, Part } from './entry.ts';

/** A particular as it is kept apart, with the hash that goes into the chain. */
export interface Sealed {
  readonly part: Part;
  readonly salt: string;
  readonly content: string;
  readonly hash: string;
}

/** Salt and content gone, nothing can be found out from the hash by trying names: the salt has 256 random bits. */
export const sealOf = ({ salt, content }: Pick<RegisterParticularRow, 'salt' | 'content'>): string =>
  hash('sha256', `${salt}\n${content}`, 'hex');

/** What of an entry tells of a person, each part under a salt of its own, so that one can go without the others. */
export function sealParticulars({ correspondent, subject, attachments }: Entry): Sealed[] {
  const { kind, name, taxCode } = correspondent;
  const contents: Partial<Record<Part, unknown>> = {
    correspondent: { kind, name, taxCode },
    subject,
    ...(attachments.length > 0 ? { files: attachments.map((file) => file.name) } : {}),
  };
  return Object.entries(contents).map(([part, value]) => {
    const salt = randomBytes(32).toString('base64url');
    // JSON escapes what a database would not keep as it is: NUL, and halves of characters.
    const content = canonicalJson(value);
    return { part: part as Part, salt, content, hash: sealOf({ salt, content }) };
  });
}
