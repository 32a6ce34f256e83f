import type { Consultation, Service, Survey } from '@cmto/contract';
import { getPublished } from '../api/definitions.ts';
import { surveys } from '../api/surveys.ts';
import type { DefinitionKind } from '../api/definition-kind.ts';
import type { PageServices } from '../context/page-services.ts';
import type { KitElement } from '../element/kit-element.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Membership } from '../platform/platform.ts';
import { mayHoldEntries } from '../platform/sentinel.ts';
import { lostEntries, noteLost } from '../platform/sentinel-counts.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { inOrder } from './kept-item.ts';

/** Milliseconds for which several changes are gathered: a draft changes at every letter. */
const pause = 500;
/** Milliseconds that a copy waits for the words of the questions. */
const patience = 4000;

/** Who answers surveys alone never fetches what reads other definitions. */
const kindAt = async (folder: string | undefined): Promise<DefinitionKind<Survey | Service | Consultation>> => {
  if (folder === surveys.path) return surveys;
  if (folder === '/consultations/') return (await import('../api/consultations.ts')).consultations;
  return (await import('../api/services.ts')).services;
};

/** What one panel shows of this device, and what a person does with it. */
export class KeptController {
  readonly #host: KitElement;
  #services: PageServices | undefined;
  #delivery: Delivery | undefined;
  #store: EntryStore | undefined;
  #others: Membership | undefined;
  #stopReachable: (() => void) | undefined;
  #stopListening: (() => void) | undefined;
  #due = false;
  entries: readonly Entry[] = [];
  /** Answers that the browser has deleted before they were sent. */
  lost = 0;
  /** Something is kept, and the browser does not let it be read. */
  unreadable = false;

  constructor(host: KitElement) {
    this.#host = host;
  }

  disconnected(): void {
    this.#others?.leave();
    this.#stopReachable?.();
    this.#stopListening?.();
    this.#others = undefined;
  }

  /** Reads what is kept, and again whenever it changes. Without the code that reads it, nothing is shown. */
  async follow(services: PageServices): Promise<void> {
    this.disconnected();
    this.#services = services;
    try {
      const delivery = await services.delivery();
      if (this.#services !== services) return;
      this.#delivery = delivery;
      this.#store = await delivery.store(false);
      const { device } = delivery;
      this.#others ??= device.join?.(() => this.#soon());
      this.#stopReachable = device.onReachable(() => void this.refresh());
      await this.refresh();
    } catch {
      // Asked for again with the next widget, or on the next page.
    }
  }

  get now(): number {
    return this.#services!.platform.now();
  }

  async refresh(): Promise<void> {
    const entries = await this.#store?.all().catch(() => undefined);
    this.entries = inOrder(entries ?? this.entries);
    this.lost = lostEntries();
    this.unreadable = (!entries || this.#store?.durable === false) && mayHoldEntries();
    this.#host.requestUpdate();
  }

  /** Tries to send all that waits; answers the words for what became of this one, and what is kept of it now. */
  async send({ id }: Entry): Promise<readonly [string, Entry | undefined]> {
    const outbox = this.#store && this.#delivery?.outbox(this.#store);
    const changed = (): void => void this.refresh();
    this.#stopListening?.();
    this.#stopListening = outbox?.subscribe(id, changed, changed);
    await outbox?.attempt(id, { insist: true });
    await this.refresh();
    const now = this.#find(id);
    if (now?.state !== 'queued') return ['kept.sent', now];
    return [outbox?.isElsewhere(id) ? 'kept.elsewhere' : 'kept.waits', now];
  }

  /** The words for what has happened to an answer since it waited; undefined while nothing has. */
  since({ id, attempts = 0 }: Entry): string | undefined {
    const now = this.#find(id);
    if (now?.state !== 'queued') return 'kept.sent';
    return (now.attempts ?? 0) > attempts ? 'kept.waits' : undefined;
  }

  /** Deletes it as the person has seen it; answers whether it is gone, not when it is being sent or was just now. */
  async delete(entry: Entry): Promise<boolean> {
    const outbox = this.#store && this.#delivery?.outbox(this.#store);
    const isGone = await outbox?.withdraw(entry).catch(() => false);
    await this.refresh();
    return isGone ?? false;
  }

  /** Makes it what its page goes on with, if there are several, and a draft one that is not old any more. */
  async choose({ id }: Entry): Promise<void> {
    const savedAt = this.now;
    await this.#store?.update(id, (now) =>
      now?.state === 'draft' || now?.state === 'attention' ? { ...now, savedAt } : undefined,
    );
    await this.refresh();
  }

  /** The person has read that answers are gone. */
  forgetLost(): void {
    noteLost(0);
    this.lost = 0;
    this.#host.requestUpdate();
  }

  /** The questions that an entry answers, if they can be had at once. */
  async definition({ api, path, formVersion }: Entry): Promise<Survey | Service | Consultation | undefined> {
    const [, folder, slug] = /^(\/\w+\/)([^/]+)\/\w+$/.exec(path) ?? [];
    if (!slug || !this.#delivery) return undefined;
    const tooLong = new AbortController();
    const stop = this.#services!.platform.setTimer(() => tooLong.abort(), patience);
    try {
      const kind = await kindAt(folder);
      return await getPublished<Survey | Service | Consultation>(this.#delivery.client(api), kind, slug, {
        version: formVersion,
        signal: tooLong.signal,
      });
    } catch {
      return undefined;
    } finally {
      stop();
    }
  }

  #find(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  #soon(): void {
    if (this.#due) return;
    this.#due = true;
    this.#services!.platform.setTimer(() => {
      this.#due = false;
      void this.refresh();
    }, pause);
  }
}
