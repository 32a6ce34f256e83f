import type { FileRecords } from './file-store.ts';

/** Where it is noted since when files have been without an entry; no id is like it. */
const note = 'orphans';
/** Milliseconds: a draft being begun in another tab has its entry long before. */
const patience = 3_600_000;

/** When files were first seen without an entry, by the id they lie under; device clock, milliseconds. */
type Missed = Readonly<Record<string, number>>;

const isMissed = (value: unknown): value is Missed =>
  typeof value === 'object' && value !== null && Object.values(value).every((at) => typeof at === 'number');

/**
 * Forgets files that no entry names, as a page leaves them that is killed while it keeps one: those that an earlier
 * look, an hour ago or more, has found without an entry, too. `entryIds` tells of every entry, also of those that this
 * version does not understand. Rejects when the storage does.
 */
export const forgetOrphans = async (
  records: FileRecords,
  entryIds: () => Promise<readonly string[]>,
  now: number,
): Promise<void> => {
  const keys = await records.keys();
  if (keys.length === 0) return;
  // Read after the files: whose entry has come meanwhile is none.
  const named = new Set(await entryIds());
  const ownerOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));
  const orphans = new Set(keys.map(ownerOf).filter((id) => id !== '' && !named.has(id)));
  const noted = await records.get(note);
  const missed = isMissed(noted) ? noted : {};
  const isOld = (id: string): boolean => now - (missed[id] ?? now) >= patience;
  const left = [...orphans].filter((id) => !isOld(id));
  const gone = keys.filter((key) => orphans.has(ownerOf(key)) && isOld(ownerOf(key)));
  // A clock that was set back is not to make them stay for years.
  const since = Object.fromEntries(left.map((id) => [id, Math.min(missed[id] ?? now, now)]));
  if (left.length > 0) await records.set(note, since);
  else if (keys.includes(note)) gone.push(note);
  if (gone.length > 0) await records.delete(gone);
};
