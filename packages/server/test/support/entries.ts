import { createHash } from 'node:crypto';
import { aKey } from '@cmto/testing/builders';
import type { Database } from '@cmto/server';
import type { Entry, Registration } from '../../src/register/entry.ts';
import { Register } from '../../src/register/register.ts';
import { noon } from './test-server.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A request of Anna Rossi's with one file, at noon. */
export function anEntry(differing: Partial<Entry> = {}): Entry {
  const key = differing.key ?? aKey();
  return {
    key,
    department: 'sviluppo-economico',
    direction: 'in',
    at: noon,
    correspondent: { kind: 'person', name: 'Anna Rossi', taxCode: 'RSSNNA80A41L219M' },
    subject: 'Richiesta di assistenza tecnica in materia di pianificazione',
    document: sha256(key),
    attachments: [{ name: 'carta-identita-rossi.pdf', sha256: sha256(`${key} file`) }],
    ...differing,
  };
}

export const aRegister = (code = 'CMTO-RI'): Register => new Register(code);

/** Registers in a transaction of its own. */
export const registerOne = (
  { db }: Pick<Database, 'db'>,
  differing: Partial<Entry> = {},
  register = aRegister(),
): Promise<Registration> =>
  db.transaction().execute((transaction) => register.register(transaction, anEntry(differing)));
