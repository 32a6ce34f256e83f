import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';

/** A proof of signing in that was refused is worth nothing any more. */
const toDraft = ({ submission, problem, signIn, ...entry }: Entry): Entry => ({
  ...entry,
  ...(signIn && problem?.code !== 'identity.required' ? { signIn } : {}),
  state: 'draft',
  answers: submission?.answers ?? entry.answers,
  revision: (entry.revision ?? 0) + 1,
});

const copyFiles = async (store: EntryStore, { id, attachments }: Entry, newId: string): Promise<void> => {
  for (const { sha256 } of attachments) {
    const bytes = await store.getFile(id, sha256);
    if (bytes) await store.putFile(newId, sha256, bytes);
  }
};

/** Moves the refused answer to its new id with its files: nobody sees both, nor one that lacks a file. */
const renew = async (store: EntryStore, id: string, newId: string): Promise<Entry | undefined> => {
  const refused = await store.update(id, () => undefined);
  if (refused?.state !== 'attention') return undefined;
  await copyFiles(store, refused, newId);
  await store.update(id, (now) => {
    // Of two tabs that do the same only the first still finds it as it was.
    const isSame = now?.state === 'attention' && now.revision === refused.revision;
    return isSame ? { ...toDraft(now), id: newId, uploaded: [], signIn: undefined } : undefined;
  });
  const renewed = await store.update(newId, () => undefined);
  // Files that stay behind, for the storage does not answer now, are no entry's, and nothing reads them.
  await store.deleteFiles(renewed ? id : newId).catch(() => undefined);
  return renewed;
};

/**
 * Makes a refused answer a draft again: under its id, or under `newId` where its own is spent. Undefined when another
 * tab has dealt with it meanwhile. Rejects when the storage does; the answer is then under one of the two.
 */
export const putRight = async (store: EntryStore, id: string, newId = id): Promise<Entry | undefined> => {
  if (newId !== id) return renew(store, id, newId);
  let draft: Entry | undefined;
  await store.update(id, (now) => {
    draft = now?.state === 'attention' ? toDraft(now) : undefined;
    return draft;
  });
  return draft;
};
