import type { PageServices } from '@cmto/core/context/page-services';
import { onRestored } from '@cmto/core/form-tag/finish/restored';
import { KitError } from '@cmto/core/kit-error';
import type { Delivery } from '@cmto/core/outbox/delivery';
import { queueEntry } from '@cmto/core/outbox/queue-entry';
import { lostEntries } from '@cmto/core/platform/sentinel-counts';
import type { Entry } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import { TabTalk } from '@cmto/core/submission/tab-talk';
import {
  type MessageKind,
  messageLookup,
  type OutgoingKind,
  type OutgoingMessage,
  toMessageEntry,
} from './message-entry.ts';

/** What the controller needs of the tag around it. */
export interface MessagesHost {
  readonly sharedDevice: boolean;
  readonly isConnected: boolean;
  readonly language: string;
  /** Something waits, or waits no more. */
  messagesChanged(): void;
  /** The service has taken it, or has refused it with this code. */
  messageArrived(kind: MessageKind): void;
  messageRefused(code: string): void;
  /** It is on the device no longer, and nobody has told this page why. */
  messageMissed(): void;
  /** The name under which the panel of what is kept here shows it. */
  messageTitle(kind: MessageKind): string;
}

/** What is sent to one receipt: kept on the device until it has arrived, as answers are. */
export class MessagesController {
  readonly #host: MessagesHost;
  readonly #followed = new Map<string, () => void>();
  /** Where messages lie: on the device and, once that has refused one, in memory. */
  readonly #stores = new Set<EntryStore>();
  readonly #storeOf = new Map<string, EntryStore>();
  /** Of what was pressed and is not answered yet: pressed again, it is the same message. */
  readonly #keys = new Map<OutgoingKind, string>();
  readonly #talk = new TabTalk();
  #services: PageServices | undefined;
  #delivery: Delivery | undefined;
  #api = '';
  #code = '';
  /** What has not arrived yet, and what the service has refused. */
  waiting: readonly Entry[] = [];

  constructor(host: MessagesHost) {
    this.#host = host;
  }

  /** Whether what waits outlives the page. */
  get isDurable(): boolean {
    return this.waiting.every(({ id }) => this.#storeOf.get(id)?.durable);
  }

  /** Whether this waits to be sent, be it in memory: its draft is none any more. */
  has(id: string): boolean {
    return this.#storeOf.has(id);
  }

  leave(): void {
    for (const stop of this.#followed.values()) stop();
    this.#followed.clear();
    this.#talk.leave();
    this.#code = '';
    this.waiting = [];
  }

  /** Goes on with what waits here for a receipt. Rejects when the code that sends cannot be had. */
  async follow(services: PageServices, api: string, code: string): Promise<void> {
    if (code === this.#code && services === this.#services) return;
    this.leave();
    if (services !== this.#services) this.#stores.clear();
    this.#services = services;
    this.#api = api;
    this.#code = code;
    const delivery = await services.delivery();
    const store = await delivery.store(this.#host.sharedDevice);
    if (this.#code !== code || !this.#host.isConnected) return;
    this.#delivery = delivery;
    this.#stores.add(store);
    if (store.durable)
      this.#talk.join({ onRestored }, delivery.device, [messageLookup(api, code)], () => void this.#look());
    await this.#look();
    await this.#tried();
  }

  /**
   * Keeps a message, and sends it; from memory, where the device refuses to keep it. Rejects when another tab has changed
   * its draft meanwhile, or when the code that sends cannot be had. `kept` hears that it is to be sent, before the
   * service answers.
   */
  async send(outgoing: OutgoingMessage, kept: () => void = () => undefined): Promise<void> {
    const { kind, draft } = outgoing;
    const services = this.#services!;
    const delivery = (this.#delivery = await services.delivery());
    const asked = await delivery.store(this.#host.sharedDevice);
    const entry = toMessageEntry(outgoing, {
      id: this.#keys.get(kind) ?? services.platform.uuid(),
      api: this.#api,
      code: this.#code,
      language: this.#host.language,
      title: this.#host.messageTitle(kind),
      savedAt: services.platform.now(),
      page: delivery.device.address(),
    });
    if (!draft) {
      this.#keys.set(kind, entry.id);
      // First as a draft, as all answers: what comes in queued counts as one that was lost and is back.
      await asked.update(entry.id, (now) => now ?? entry).catch(() => undefined);
    }
    const [store, queued] = await queueEntry(delivery, asked, entry);
    if (queued.state === 'draft') throw new KitError('storage.failed', 'another tab has changed the draft');
    this.#stores.add(asked).add(store);
    this.#storeOf.set(entry.id, store);
    kept();
    await this.#look();
    await delivery.outbox(store).attempt(entry.id, { insist: true });
  }

  /** Tries once more because the person asks. */
  async again(): Promise<void> {
    for (const store of this.#stores) void this.#delivery!.outbox(store).flush({ insist: true });
    await this.#tried();
    await this.#look();
  }

  /** Deletes what has not arrived, unless it is being sent. */
  async discard(entry: Entry): Promise<void> {
    const store = this.#storeOf.get(entry.id);
    const isGone =
      store &&
      (await this.#delivery!.outbox(store)
        .withdraw(entry)
        .catch(() => false));
    if (isGone) this.#answered(entry);
    await this.#look();
  }

  /** Each was tried once, or is not to be tried now; other answers of this device may still be on their way. */
  async #tried(): Promise<void> {
    const attempts = this.waiting.map(({ id }) => this.#delivery!.outbox(this.#storeOf.get(id)!).attempt(id));
    await Promise.all(attempts);
  }

  async #look(): Promise<void> {
    const lookup = messageLookup(this.#api, this.#code);
    const found: Entry[] = [];
    for (const store of this.#stores) {
      const entries = await store.all().catch(() => undefined);
      if (!entries || lookup !== messageLookup(this.#api, this.#code)) return;
      for (const entry of entries) {
        if (entry.lookup !== lookup || entry.state === 'draft') continue;
        this.#storeOf.set(entry.id, store);
        found.push(entry);
      }
    }
    this.waiting = found;
    // Nothing was deleted while this page could not hear of it.
    if ([...this.#followed.keys()].every((id) => found.some((entry) => entry.id === id))) this.#talk.caughtUp();
    for (const entry of found) if (entry.state === 'queued') this.#follow(entry);
    this.#host.messagesChanged();
  }

  #follow(entry: Entry): void {
    const { id } = entry;
    if (this.#followed.has(id)) return;
    const store = this.#storeOf.get(id)!;
    let latest = entry;
    const changed = (now: Entry): void => {
      latest = now;
      if (now.state !== 'queued') this.#settled(now, store);
      void this.#look();
    };
    const lost = (isWithdrawn: boolean): void => {
      if (!this.#isForgotten(id, isWithdrawn)) return this.#restore(latest, store);
      this.#answered(latest);
      if (this.#talk.hasArrived(id)) this.#host.messageArrived(kindOf(latest));
      else if (!isWithdrawn) this.#host.messageMissed();
      void this.#look();
    };
    this.#followed.set(id, this.#delivery!.outbox(store).subscribe(id, changed, lost));
  }

  /** The service has answered. */
  #settled(entry: Entry, store: EntryStore): void {
    this.#answered(entry);
    const kind = kindOf(entry);
    if (entry.state === 'delivered') {
      if (!store.durable) void this.#forgetRefused(entry);
      return this.#host.messageArrived(kind);
    }
    this.#host.messageRefused(entry.problem?.code ?? 'network.unexpected');
    // What a person has written stays until that person has seen it; there is nothing to keep of a press.
    if (kind !== 'addition' && kind !== 'appeal') void this.discard(entry);
  }

  /** Nothing more is to be heard of it, and the next press is another message. */
  #answered({ id, message }: Entry): void {
    this.#followed.get(id)?.();
    this.#followed.delete(id);
    for (const [kind, key] of this.#keys) if (key === id && message?.kind === kind) this.#keys.delete(kind);
  }

  /** Sent from memory, for the device refused it: the draft it still holds would be sent as another one. */
  async #forgetRefused({ id, revision }: Entry): Promise<void> {
    for (const store of this.#stores)
      await store.delete(id, (now) => now.state === 'draft' && now.revision === revision).catch(() => undefined);
  }

  /**
   * Whether a message that is missed is not to be sent again: a person has deleted it, it has arrived, or it may be
   * either, for this page could not hear. What the browser deletes is noted as lost.
   */
  #isForgotten(id: string, isWithdrawn: boolean): boolean {
    return isWithdrawn || this.#talk.hasArrived(id) || (this.#talk.mayHaveMissed && lostEntries() === 0);
  }

  /** The browser has deleted it, and this page still holds it. If that fails it is missed again at the next look. */
  #restore(entry: Entry, store: EntryStore): void {
    const outbox = this.#delivery!.outbox(store);
    outbox.enqueue(entry).then(
      () => outbox.attempt(entry.id),
      () => undefined,
    );
  }
}

const kindOf = ({ message }: Entry): MessageKind => message!.kind;
