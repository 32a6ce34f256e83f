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

/**
 * Makes a refused answer a draft again: under its id, or under `newId` where its own is spent. Undefined when another
 * tab has dealt with it meanwhile. Rejects when the storage does; the answer is then under one of the two.
 */
export const putRight = async (store: EntryStore, id: string, newId = id): Promise<Entry | undefined> => {
  let draft: Entry | undefined;
  // First of all nobody else can put it right any more, and send it a second time under another key.
  await store.update(id, (now) => {
    draft = now?.state === 'attention' ? toDraft(now) : undefined;
    return draft;
  });
  if (!draft || newId === id) return draft;
  const { revision } = draft;
  await copyFiles(store, draft, newId);
  const renewed = await store.update(newId, () => ({ ...draft!, id: newId, uploaded: [], signIn: undefined }));
  // Only now that the new draft is on the device is the refused one forgotten; not if somebody has gone on in it.
  await store.delete(id, (now) => now.state === 'draft' && now.revision === revision);
  return renewed;
};
