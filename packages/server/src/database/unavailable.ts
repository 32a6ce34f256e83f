/** SQLite's primary result codes for "not now": busy, locked, out of memory, read-only, I/O error, disk full, cannot open. */
const notNow = new Set([5, 6, 7, 8, 10, 13, 14]);

/**
 * PostgreSQL's: connection, resources (disk, memory, too many connections), operator (shutdown, restart, cancelled), a
 * lock waited for in vain, serialization and deadlock, a stand-by that cannot write, transaction idle too long, I/O.
 */
const notNowStates = /^(?:08|53|57|58|55P03|40001|40P01|25006|25P03)/;

/** Whether an error says that the database cannot be used right now, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // By its name: where only SQLite is used, PostgreSQL's driver is not loaded.
  if (error.name === 'ConnectionError') return true;
  // Extended codes carry the primary one in the low byte.
  if ('errcode' in error) return typeof error.errcode === 'number' && notNow.has(error.errcode & 0xff);
  return 'severity' in error && 'code' in error && typeof error.code === 'string' && notNowStates.test(error.code);
}

/** Whether PostgreSQL ended a transaction only because of another one: the same again may well succeed at once. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && 'code' in error && /^40(?:001|P01)$/.test(String(error.code));
