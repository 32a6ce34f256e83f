import type { Answers, RequestSubmission, Submission } from '@cmto/contract';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { namedFiles } from './final-answers.ts';
import type { FormWidget } from './form-widget.ts';

/** What is posted: the envelope of all forms' answers. */
export const createSubmission = async (
  widget: FormWidget,
  entry: Entry,
  answers: Answers,
): Promise<RequestSubmission> => {
  const attachments = namedFiles(answers, entry.attachments);
  const page = (await widget.services.platform.device()).page();
  return {
    formVersion: widget.definition!.version,
    language: widget.language.code,
    answers,
    ...(attachments.length > 0 ? { attachments } : {}),
    // By the server's clock: whether it is late must not hang on a device whose clock is wrong.
    completedAt: new Date(widget.now()).toISOString(),
    ...(page ? { page } : {}),
    check: { trap: widget.trap },
    ...(entry.signIn && 'proof' in entry.signIn ? { identity: entry.signIn.proof } : {}),
  };
};

/** Hands an answer to the outbox of `store` or, where the device refuses to keep it, to one in memory: to which. */
export const queueEntry = async (
  { services }: FormWidget,
  store: EntryStore,
  entry: Entry,
  submission: Submission,
): Promise<[EntryStore, Entry]> => {
  const delivery = await services.delivery();
  try {
    return [store, await delivery.outbox(store).enqueue(entry, submission)];
  } catch {
    // The device refuses to keep it (disk full, storage closed): it is sent from memory, and the person is told.
    const memory = await delivery.store(true);
    for (const { sha256 } of submission.attachments ?? []) {
      const bytes = await store.getFile(entry.id, sha256).catch(() => undefined);
      if (bytes) await memory.putFile(entry.id, sha256, bytes);
    }
    // In memory it may lie as it was refused and put right before; nobody but this page has written there.
    await memory.update(entry.id, (held) => (held?.state === 'draft' ? entry : undefined));
    return [memory, await delivery.outbox(memory).enqueue(entry, submission)];
  }
};
