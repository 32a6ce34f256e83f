import { createApiClient } from '@cmto/core/api/api-client';
import { Outbox } from '@cmto/core/outbox/outbox';
import { browserDevice } from '@cmto/core/platform/browser-device';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import type { Platform } from '@cmto/core/platform/platform';
import { openStore } from '@cmto/core/storage/open-store';
import { aDraft } from '../clients/a-draft.ts';
import { Random } from '../random.ts';
import { answersOf, submissionOf } from '../service/survey.ts';
import type { Told } from './told.ts';

// A page in a real browser: the product's outbox over the browser's own storage, locks, timers and network. It does
// what its address says by itself and tells what it did, so that any engine can run it without being driven.

const asked = new URLSearchParams(location.search);
const name = asked.get('name') ?? '';
const seed = asked.get('seed') ?? '';
const count = Number(asked.get('count'));
/** Receipts, before they are removed. */
const enough = 50;
const api = `${location.origin}/api/v1`;

/** The same browser with shorter waits: minutes of back-off are nothing that this run is about. */
const hurried = (times: number): Platform => ({
  ...browserPlatform,
  setTimer: (callback, milliseconds) => browserPlatform.setTimer(callback, milliseconds / times),
});

const tell = async (told: Told): Promise<void> => {
  await fetch('/faults/told', { method: 'POST', body: JSON.stringify(told) });
};

const typeAndSend = async (number: number): Promise<void> => {
  const random = new Random(`${seed} ${name} ${number}`);
  // From the seed, so that the run can be repeated: faults are drawn by key.
  const id = random.uuid();
  const answers = answersOf(`${name} ${number}`, random);
  const draft = aDraft({ id, api, answers });
  const submission = submissionOf(answers);
  await tell({ what: 'means', id, submission });
  await store.update(id, () => draft);
  const { state } = await outbox.enqueue(draft, submission);
  if (state !== 'queued') throw new Error(`enqueue left it ${state}`);
  await tell({ what: 'keeps', id });
  await outbox.flush();
};

/**
 * From time to time a person reads the receipts and removes them: nobody keeps thousands on one device, and every look
 * at what there is to send reads all of it.
 */
const tidy = async (): Promise<void> => {
  const entries = (await store.all()).filter(({ state }) => state === 'delivered');
  if (entries.length < enough) return;
  await tell({ what: 'reads', entries });
  for (const entry of entries) await outbox.withdraw(entry);
};

const store = await openStore(browserPlatform);
const outbox = new Outbox(store, hurried(500), browserDevice, (base) => createApiClient(base, hurried(20)));

try {
  if (!store.durable) throw new Error('the browser denies its storage');
  void outbox.flush();
  for (let number = 0; number < count; number += 1) {
    await typeAndSend(number);
    await tidy();
  }
  for (;;) {
    const entries = await store.all();
    if (entries.every(({ state }) => state !== 'queued')) {
      await tell({ what: 'rests', name, entries });
      break;
    }
    await outbox.flush();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
} catch (error) {
  await tell({ what: 'fails', why: String(error) });
}
