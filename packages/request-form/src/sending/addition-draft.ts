import type { PageServices } from '@cmto/core/context/page-services';
import { DraftKeeper, type SaveState } from '@cmto/core/drafts/draft-keeper';
import { mergeDrafts } from '@cmto/core/drafts/merge-drafts';
import { onRestored } from '@cmto/core/form-tag/finish/restored';
import type { Delivery } from '@cmto/core/outbox/delivery';
import type { Entry } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import { TabTalk } from '@cmto/core/submission/tab-talk';
import { textField, textIn } from '../model/addition.ts';
import { blankAddition } from './addition-entry.ts';
import { AdditionFiles } from './addition-files.ts';
import { messageLookup } from './message-entry.ts';

/** Why the draft is not what was written here, as the end of the key of its words. */
export type AdditionNews = 'deleted-elsewhere' | 'sent' | 'sent-elsewhere' | 'merged' | 'missing';

/** What the draft needs of the tag around it. */
export interface AdditionDraftHost {
  readonly language: string;
  readonly sharedDevice: boolean;
  /** The name under which the panel of what is kept here shows it. */
  readonly draftTitle: string;
  /** Whether this is on its way already, though the device may still hold it as a draft. */
  isOnItsWay(id: string): boolean;
  /** Where it is kept has changed, or what is to be said of it. */
  draftChanged(): void;
  /** It is over, or another one is gone on with: what is on the device is to be shown. */
  draftOver(news?: AdditionNews): void;
}

/**
 * What is added to a request, on the device from the first letter until it has arrived. Two tabs go on with one draft,
 * as everywhere; where both have written, both texts stay, one below the other.
 */
export class AdditionDraft {
  entry: Entry;
  saveState: SaveState | undefined;
  /** When it was written that was found here; device clock, milliseconds. */
  resumedFrom: number | undefined;
  news: AdditionNews | undefined;
  readonly #host: AdditionDraftHost;
  readonly #services: PageServices;
  readonly #delivery: Delivery;
  readonly #store: EntryStore;
  readonly #keeper: DraftKeeper;
  readonly #talk = new TabTalk();
  /** What hears that a message has been made of it. */
  readonly #messages: string;
  readonly files: AdditionFiles;
  #stopLeaving: (() => void) | undefined;
  #stopRestored: (() => void) | undefined;
  /** It is sent, deleted or left: what comes now is for nobody. */
  isOver = false;
  /** Shows what another tab has written. */
  show: (() => void) | undefined;

  private constructor(
    host: AdditionDraftHost,
    services: PageServices,
    delivery: Delivery,
    store: EntryStore,
    api: string,
    code: string,
  ) {
    this.#host = host;
    this.#services = services;
    this.#delivery = delivery;
    this.#store = store;
    this.#messages = messageLookup(api, code);
    this.files = new AdditionFiles(this, delivery.device, store);
    const talk = this.#talk;
    this.#keeper = new DraftKeeper(store, services.platform, (state) => this.#saved(state), {
      onStored: (stored, mine) => this.#takeOver(stored, mine),
      tell: (lookup) => talk.tell(lookup),
      withdraw: (id) => talk.withdraw(id),
      keep: (id) => talk.keep(id),
      // What has arrived is not on the device any more, and its key is spent.
      isWithdrawn: (id) => talk.isWithdrawn(id) || talk.hasArrived(id),
    });
    const { language, draftTitle: title } = host;
    const page = delivery.device.address();
    this.entry = blankAddition({ id: services.platform.uuid(), api, code, language, title, page });
  }

  /** The draft that this device holds for a receipt, or a blank one. Rejects when the code that keeps it cannot be had. */
  static async open(
    host: AdditionDraftHost,
    services: PageServices,
    api: string,
    code: string,
  ): Promise<AdditionDraft> {
    const delivery = await services.delivery();
    const draft = new AdditionDraft(host, services, delivery, await delivery.store(host.sharedDevice), api, code);
    // A storage that does not answer has nothing to go on with.
    const found = draft.isKept ? await draft.#keeper.find(draft.entry.lookup).catch(() => undefined) : undefined;
    if (found && !host.isOnItsWay(found.id)) {
      draft.entry = found;
      draft.resumedFrom = found.savedAt;
    }
    draft.comeBack();
    return draft;
  }

  /** Whether it outlives the page: not on a shared device, nor where the browser keeps nothing. */
  get isKept(): boolean {
    return this.#store.durable;
  }

  get isBlank(): boolean {
    return textIn(this.entry) === '' && this.entry.attachments.length === 0;
  }

  /** Notes a change; it is on the device a quarter of a second later. */
  changed(change: Partial<Pick<Entry, 'answers' | 'attachments'>>): void {
    const { language, draftTitle: title } = this.#host;
    this.entry = { ...this.entry, ...change, language, title, savedAt: this.#services.platform.now() };
    if (this.isKept && !this.isOver) this.#keeper.schedule(() => this.entry);
  }

  async flush(): Promise<void> {
    await this.#keeper.flush();
  }

  /** What is to be sent, as it is on the device; undefined when other tabs have made it something else meanwhile. */
  async settle(): Promise<Entry | undefined> {
    if (!this.isKept) return this.entry;
    const before = this.entry.answers;
    try {
      const sighting = await this.#sight();
      if (sighting !== 'same' || this.entry.answers !== before) return undefined;
    } catch {
      // The storage does not answer now: it is asked again as the message is handed over.
    }
    return this.entry;
  }

  /** It is being made a message: what is heard of it meanwhile is this tab's own doing. */
  handOver(): void {
    this.isOver = true;
  }

  /** It has not become one: it is a draft as before. */
  takeBack(): void {
    this.isOver = false;
  }

  /** Forgets it, files included; false where another tab has sent it meanwhile. Rejects when the storage does. */
  async discard(): Promise<boolean> {
    const { id } = this.entry;
    const left = await this.#keeper.discard(id);
    const isSent = this.#talk.hasArrived(id) || (left !== undefined && left.state !== 'draft');
    this.#end(isSent ? 'sent' : undefined);
    return !isSent;
  }

  /** Another receipt is asked for: what is on the device stays there, what is in memory goes. */
  forget(): void {
    this.leave();
    if (!this.isKept && !this.isOver) void this.#store.deleteFiles(this.entry.id).catch(() => undefined);
    this.isOver = true;
  }

  /** On the page again: hears what other tabs do, and reads what they have done. */
  comeBack(): void {
    if (this.#host.sharedDevice) this.#stopRestored ??= onRestored(() => this.#forgetPerson());
    if (!this.isKept || this.#talk.isJoined || this.#stopLeaving) return;
    const { device } = this.#delivery;
    this.#stopLeaving = device.onLeaving(() => void this.#keeper.flush());
    // Waiting to be sent, it lies under the lookup of messages.
    this.#talk.join({ onRestored }, device, [this.entry.lookup, this.#messages], () => void this.#look());
    this.#stopRestored = onRestored(() => void this.#look());
    void this.#look();
  }

  /** Off the page. */
  leave(): void {
    void this.#keeper.flush();
    this.#stopLeaving?.();
    this.#stopLeaving = undefined;
    this.#stopRestored?.();
    this.#stopRestored = undefined;
    this.#talk.leave();
  }

  /** Whoever goes back to the page on a shared device is somebody else. */
  #forgetPerson(): void {
    this.forget();
    this.#host.draftOver();
  }

  #saved(state: SaveState): void {
    if (this.isOver) return;
    this.saveState = state;
    if (this.news === 'missing' && state.status === 'saved') this.news = undefined;
    const isGone = state.status === 'gone';
    const hasArrived = isGone && this.#talk.hasArrived(this.entry.id);
    if (isGone && !hasArrived) return void this.#end('deleted-elsewhere');
    if (hasArrived || state.status === 'sent-elsewhere') this.#part();
    this.#host.draftChanged();
  }

  /** What is written here since another tab has sent it is another one. */
  #part(): void {
    this.#beginAnother('sent-elsewhere');
    this.changed({});
  }

  /** The text goes on under a key of its own; files stay with what it was, or have gone with it. */
  #beginAnother(news: AdditionNews): void {
    const { revision: _, ...draft } = this.entry;
    this.entry = { ...draft, id: this.#services.platform.uuid(), attachments: [] };
    this.#keeper.keep(undefined);
    this.news = news;
    this.show?.();
  }

  #takeOver(stored: Entry, mine: Entry): void {
    const known = { id: stored.id, revision: stored.revision ?? 0 };
    if (stored.answers === mine.answers) {
      // As written from here; more may have been typed meanwhile.
      this.entry = { ...this.entry, ...known };
      return;
    }
    const merged = mergeDrafts(mine, this.entry, stored);
    const there = merged.conflicts?.find(({ field }) => field === textField)?.answer;
    const isBoth = typeof there === 'string';
    const answers = isBoth ? { [textField]: `${textIn(merged)}\n\n${there}` } : merged.answers;
    this.entry = { ...merged, ...known, answers, conflicts: [] };
    this.news = 'merged';
    this.show?.();
    if (isBoth) this.changed({});
    this.#host.draftChanged();
  }

  async #look(): Promise<void> {
    // What the storage does not tell now it tells at the next write.
    await this.#sight().catch(() => undefined);
  }

  async #sight(): Promise<'same' | 'missing' | 'over'> {
    if (this.isOver) return 'over';
    const { entry, resumedFrom, saveState } = this;
    if (this.isBlank && !resumedFrom && !saveState) {
      const twin = await this.#keeper.newest(entry.lookup);
      if (!twin || !this.isBlank || this.isOver) return 'same';
      return this.#end();
    }
    const sighting = await this.#keeper.catchUp();
    if (this.isOver) return 'over';
    const hasArrived = sighting === 'gone' && this.#talk.hasArrived(entry.id);
    if (sighting === 'sent' || hasArrived) return this.#end('sent');
    if (sighting !== 'gone') return 'same';
    if (this.#talk.isWithdrawn(entry.id)) return this.#end('deleted-elsewhere');
    // A person may have deleted or sent it while this page heard nothing: only what is written next is kept anew, and
    // under another key, for that of what was sent is spent.
    this.#beginAnother('missing');
    this.saveState = undefined;
    this.resumedFrom = undefined;
    this.#host.draftChanged();
    return 'missing';
  }

  #end(news?: AdditionNews): 'over' {
    this.isOver = true;
    this.leave();
    this.#host.draftOver(news);
    return 'over';
  }
}
