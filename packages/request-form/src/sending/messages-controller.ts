import type { SentMessage } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { KitError } from '@cmto/core/kit-error';
import type { Outbox } from '@cmto/core/outbox/outbox';
import type { Membership } from '@cmto/core/platform/platform';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import { pathOf, textField } from '../model/addition.ts';

type MessageKind = SentMessage['kind'];

/** What may wait on the device; a code, or asking for one, is worth something only now. */
export type OutgoingKind = Exclude<MessageKind, 'confirm' | 'resend-code'>;

/** What a person sends to the receipt that is open. */
export interface OutgoingMessage {
  readonly kind: OutgoingKind;
  readonly text?: string | undefined;
  /** What it was written in: it keeps its key and its files. Else a message gets a new key. */
  readonly draft?: Entry | undefined;
}

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
  /** The name under which the panel of what is kept here shows it. */
  messageTitle(kind: MessageKind): string;
}

/** What is sent to one receipt: kept on the device until it has arrived, as answers are. */
export class MessagesController {
  readonly #host: MessagesHost;
  readonly #followed = new Map<string, () => void>();
  #services: PageServices | undefined;
  #api = '';
  #code = '';
  #store: EntryStore | undefined;
  #outbox: Outbox | undefined;
  #others: Membership | undefined;
  /** What has not arrived yet, and what the service has refused. */
  waiting: readonly Entry[] = [];

  constructor(host: MessagesHost) {
    this.#host = host;
  }

  /** Whether what waits outlives the page. */
  get isDurable(): boolean {
    return this.#store?.durable ?? false;
  }

  leave(): void {
    for (const stop of this.#followed.values()) stop();
    this.#followed.clear();
    this.#others?.leave();
    this.#others = undefined;
    this.#code = '';
    this.waiting = [];
  }

  /** Goes on with what waits here for a receipt. Rejects when the code that sends cannot be had. */
  async follow(services: PageServices, api: string, code: string): Promise<void> {
    if (code === this.#code && services === this.#services) return;
    this.leave();
    this.#services = services;
    this.#api = api;
    this.#code = code;
    const delivery = await services.delivery();
    const store = await delivery.store(this.#host.sharedDevice);
    if (this.#code !== code || !this.#host.isConnected) return;
    this.#store = store;
    this.#outbox = delivery.outbox(store);
    if (store.durable) this.#others = delivery.device.join?.(() => void this.#look());
    await this.#look();
    if (this.waiting.length > 0) await this.#tried(this.#outbox);
  }

  /**
   * Keeps a message, and sends it. Rejects when the device does not keep it, when another tab has changed its draft
   * meanwhile, or when the code that sends cannot be had. `kept` hears that the device has it, before the service answers.
   */
  async send(outgoing: OutgoingMessage, kept: () => void = () => undefined): Promise<void> {
    const { kind, text, draft } = outgoing;
    const services = this.#services!;
    const { platform } = services;
    const delivery = await services.delivery();
    const store = (this.#store ??= await delivery.store(this.#host.sharedDevice));
    const outbox = (this.#outbox ??= delivery.outbox(store));
    const { language } = this.#host;
    const attachments = draft?.attachments.map(({ field: _, ...rest }) => rest) ?? [];
    const entry: Entry = {
      id: platform.uuid(),
      api: this.#api,
      path: pathOf(this.#code),
      formVersion: 1,
      attachments: [],
      uploaded: [],
      formPage: undefined,
      setAside: [],
      page: delivery.device.address(),
      ...draft,
      state: 'draft',
      lookup: this.#lookup,
      language,
      // As its copy has it.
      answers: text ? { [textField]: text } : {},
      savedAt: platform.now(),
      title: this.#host.messageTitle(kind),
      message: {
        kind,
        language,
        ...(text ? { text } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
      },
    };
    const queued = await outbox.enqueue(entry);
    if (queued.state === 'draft') throw new KitError('storage.failed', 'another tab has changed the draft');
    kept();
    await this.#look();
    await outbox.attempt(entry.id, { insist: true });
  }

  /** Tries once more because the person asks. */
  async again(): Promise<void> {
    void this.#outbox?.flush({ insist: true });
    if (this.#outbox) await this.#tried(this.#outbox);
    await this.#look();
  }

  /** Deletes what has not arrived, unless it is being sent. */
  async discard(entry: Entry): Promise<void> {
    await this.#outbox?.withdraw(entry).catch(() => false);
    await this.#look();
  }

  /** Each was tried once, or is not to be tried now; other answers of this device may still be on their way. */
  async #tried(outbox: Outbox): Promise<void> {
    await Promise.all(this.waiting.map(({ id }) => outbox.attempt(id)));
  }

  get #lookup(): string {
    return entryLookup(this.#api, 'message', this.#code, '');
  }

  async #look(): Promise<void> {
    const lookup = this.#lookup;
    const entries = await this.#store?.all().catch(() => undefined);
    if (!entries || lookup !== this.#lookup) return;
    this.waiting = entries.filter((entry) => entry.lookup === lookup);
    for (const entry of this.waiting) if (entry.state === 'queued') this.#followEntry(entry);
    this.#host.messagesChanged();
  }

  #followEntry({ id, message }: Entry): void {
    const { kind } = message!;
    if (this.#followed.has(id)) return;
    const end = (): void => {
      this.#followed.get(id)?.();
      this.#followed.delete(id);
    };
    const changed = (now: Entry): void => {
      if (now.state === 'queued') return void this.#look();
      end();
      if (now.state === 'delivered') this.#host.messageArrived(kind);
      else {
        this.#host.messageRefused(now.problem?.code ?? 'network.unexpected');
        // What a person has written stays until that person has seen it; there is nothing to keep of a press.
        if (kind !== 'addition' && kind !== 'appeal') return void this.discard(now);
      }
      void this.#look();
    };
    const lost = (isWithdrawn: boolean): void => {
      end();
      // Another tab has sent it: the receipt tells.
      if (!isWithdrawn) this.#host.messageArrived(kind);
      void this.#look();
    };
    this.#followed.set(id, this.#outbox!.subscribe(id, changed, lost));
  }
}
