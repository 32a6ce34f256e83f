import { hash } from 'node:crypto';
import { canonicalJson } from '@cmto/contract';
import type { RegisterDayRow, RegisterEntryRow } from '../database/schema.ts';

/** The hash of a row: SHA-256, lower-case hex, of the RFC 8785 JSON of all its other columns, `prev` among them. */
export function hashOf(row: Omit<RegisterEntryRow, 'hash'> | Omit<RegisterDayRow, 'hash'>): string {
  const { hash: _own, ...columns } = row as RegisterEntryRow;
  return hash('sha256', canonicalJson(columns), 'hex');
}

/** What stands before the first row: another register's chain cannot be put in this one's place. */
export const beginningOf = (code: string): string => hash('sha256', canonicalJson({ register: code }), 'hex');
