import { hash } from 'node:crypto';
import { canonicalJson } from '@cmto/contract';
import type { RegisterDayRow, RegisterEntryRow } from '../database/register-rows.ts';

type Columns = Omit<RegisterEntryRow, 'hash'> | Omit<RegisterDayRow, 'hash'>;

/** What a row's hash is made of: RFC 8785 JSON of all its other columns, `prev` among them. */
export function hashedText(row: Columns): string {
  const { hash: _own, ...columns } = row as RegisterEntryRow;
  return canonicalJson(columns);
}

/** SHA-256, lower-case hex. */
export const hashOf = (row: Columns): string => hash('sha256', hashedText(row), 'hex');

/** What stands before the first row: another register's chain cannot be put in this one's place. */
export const beginningOf = (code: string): string => hash('sha256', canonicalJson({ register: code }), 'hex');
