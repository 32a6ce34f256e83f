import type { Submission } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { queueEntry } from '@cmto/core/outbox/queue-entry';
import { lostEntries } from '@cmto/core/platform/sentinel-counts';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import type { RatingFate } from './model/phase.ts';
import { type Rating, toAnswers } from './model/rating.ts';

/** A rating, and all that is needed to send it. */
export interface OutgoingRating {
  /** Minted with the first star: the key it is sent under, however often. */
  readonly id: string;
  readonly api: string;
  readonly language: string;
  readonly rating: Rating;
  readonly trap: string;
  /** What it is called in the list of what is kept on the device. */
  readonly title: string;
  readonly sharedDevice: boolean;
}

const toEntry = (outgoing: OutgoingRating, savedAt: number, page: string | undefined): Entry => {
  const { id, api, language, rating, title } = outgoing;
  return {
    id,
    lookup: entryLookup(api, 'rating', rating.subject, ''),
    api,
    path: '/ratings',
    state: 'draft',
    formVersion: 1,
    language,
    answers: toAnswers(rating),
    attachments: [],
    uploaded: [],
    formPage: undefined,
    setAside: [],
    savedAt,
    title,
    page,
  };
};

const fateOf = ({ receipt, state, attempts }: Entry, waiting: RatingFate): RatingFate => {
  if (receipt) return 'sent';
  if (state === 'attention') return 'refused';
  return attempts ? waiting : 'sending';
};

/**
 * Hands a rating to the outbox, and tells what becomes of it until that is settled. Rejects when it could not be handed
 * over: the code that sends has not come, and the person still has it all on the page.
 */
export const sendRating = async (
  services: PageServices,
  outgoing: OutgoingRating,
  tell: (fate: RatingFate) => void,
): Promise<void> => {
  const delivery = await services.delivery();
  const { device } = delivery;
  const { id, language, trap } = outgoing;
  const entry = toEntry(outgoing, services.platform.now(), device.address());
  const page = device.page();
  const { formVersion, answers } = entry;
  const submission: Submission = { formVersion, language, answers, ...(page ? { page } : {}), check: { trap } };
  const asked = await delivery.store(outgoing.sharedDevice);
  // First as a draft, as all answers: what comes in queued counts as one that was lost and is back.
  await asked.update(id, (now) => now ?? entry).catch(() => undefined);
  const [store] = await queueEntry(delivery, asked, entry, submission);
  const outbox = delivery.outbox(store);
  const waiting = store.durable ? 'waiting' : 'unkept';
  let fate: RatingFate = 'sending';
  const become = (next: RatingFate): void => {
    fate = next;
    tell(fate);
  };
  const lose = (isWithdrawn: boolean): void => {
    // Nobody tells a page that was put away what a person deletes; what the browser deletes is noted as lost.
    if (isWithdrawn || lostEntries() === 0) {
      stop();
      return become('deleted');
    }
    // The browser has deleted it, and this page still holds it.
    void queueEntry(delivery, store, entry, submission).then(() => outbox.attempt(id));
  };
  const show = (now: Entry): void => {
    if (now.state !== 'queued') stop();
    become(fateOf(now, waiting));
  };
  const stop = outbox.subscribe(id, show, lose);
  become(fate);
  void outbox.attempt(id).then(() => {
    // Not tried at all: the server has asked to wait, or another tab is at it.
    if (fate === 'sending') become(waiting);
  });
};
