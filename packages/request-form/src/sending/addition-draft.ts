import type { Attachment } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { DraftKeeper, type SaveState } from '@cmto/core/drafts/draft-keeper';
import { mergeDrafts } from '@cmto/core/drafts/merge-drafts';
import { onRestored } from '@cmto/core/form-tag/finish/restored';
import { keptMark, withdrawnMark } from '@cmto/core/outbox/marks';
import type { Device, Membership } from '@cmto/core/platform/platform';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import { forgetFile, keepFile, readFile } from '@cmto/core/storage/keep-file';
import { pathOf, textField, textIn } from '../model/addition.ts';

/** Why the draft is not what was written here, as the end of the key of its words. */
export type AdditionNews = 'deleted-elsewhere' | 'sent-elsewhere' | 'merged' | 'missing';

/** What the draft needs of the tag around it. */
export interface AdditionDraftHost {
  readonly language: string;
  readonly sharedDevice: boolean;
  /** The name under which the panel of what is kept here shows it. */
  readonly draftTitle: string;
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
  readonly #device: Device;
  readonly #store: EntryStore;
  readonly #keeper: DraftKeeper;
  /** What hears of the draft; left while it is off the page. */
  #others: Membership | undefined;
  #stopLeaving: (() => void) | undefined;
  #stopRestored: (() => void) | undefined;
  readonly #withdrawn = new Set<string>();
  /** Files taken away are being taken off the device: the same ones, chosen again, come after. */
  #forgetting: Promise<void> = Promise.resolve();
  /** It is sent, deleted or left: what comes now is for nobody. */
  #isOver = false;
  /** Shows what another tab has written. */
  show: (() => void) | undefined;

  private constructor(
    host: AdditionDraftHost,
    services: PageServices,
    device: Device,
    store: EntryStore,
    api: string,
    code: string,
  ) {
    this.#host = host;
    this.#services = services;
    this.#device = device;
    this.#store = store;
    this.#keeper = new DraftKeeper(store, services.platform, (state) => this.#saved(state), {
      onStored: (stored, mine) => this.#takeOver(stored, mine),
      tell: (lookup) => this.#others?.tell(lookup),
      withdraw: (id) => this.#others?.tell(withdrawnMark + id),
      keep: (id) => this.#others?.tell(keptMark + id),
      isWithdrawn: (id) => this.#withdrawn.has(id),
    });
    this.entry = {
      id: services.platform.uuid(),
      lookup: entryLookup(api, 'message', code, 'draft'),
      api,
      path: pathOf(code),
      state: 'draft',
      formVersion: 1,
      language: host.language,
      answers: {},
      attachments: [],
      uploaded: [],
      formPage: undefined,
      setAside: [],
      savedAt: 0,
      title: host.draftTitle,
      page: wayBack(device.address(), code),
    };
  }

  /** The draft that this device holds for a receipt, or a blank one. Rejects when the code that keeps it cannot be had. */
  static async open(
    host: AdditionDraftHost,
    services: PageServices,
    api: string,
    code: string,
  ): Promise<AdditionDraft> {
    const { device, store } = await services.delivery();
    const draft = new AdditionDraft(host, services, device, await store(host.sharedDevice), api, code);
    // A storage that does not answer has nothing to go on with.
    const found = draft.isKept ? await draft.#keeper.find(draft.entry.lookup).catch(() => undefined) : undefined;
    if (found) {
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
    if (this.isKept && !this.#isOver) this.#keeper.schedule(() => this.entry);
  }

  /** Keeps a file beside the text; undefined when the draft is over by then. Rejects when it cannot be read or kept. */
  async storeFile(field: string, file: File, type: string): Promise<Attachment | undefined> {
    const bytes = await readFile(file);
    const sha256 = await this.#device.sha256(bytes);
    await this.#forgetting;
    const { id } = this.entry;
    await keepFile(this.#store, id, sha256, bytes);
    if (this.#isOver || this.entry.id !== id) {
      await forgetFile(this.#store, id, sha256);
      return undefined;
    }
    const attachment = { field, sha256, name: file.name.slice(-255), type, size: bytes.byteLength };
    const others = this.entry.attachments.filter((each) => each.sha256 !== sha256);
    this.changed({ attachments: [...others, attachment] });
    return attachment;
  }

  dropFile(sha256: string): void {
    this.changed({ attachments: this.entry.attachments.filter((each) => each.sha256 !== sha256) });
    // Being sent, they go with the message.
    if (this.#isOver) return;
    const { id } = this.entry;
    // Whether another tab has sent the draft meanwhile is known once this is written.
    this.#forgetting = this.#keeper.flush().then(() => forgetFile(this.#store, id, sha256));
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
    this.#isOver = true;
  }

  /** It has not become one: it is a draft as before. */
  takeBack(): void {
    this.#isOver = false;
  }

  /** Forgets it, files included. Rejects when the storage does. */
  async discard(): Promise<void> {
    await this.#keeper.discard(this.entry.id);
    this.#end();
  }

  /** Another receipt is asked for: what is on the device stays there, what is in memory goes. */
  forget(): void {
    this.leave();
    if (!this.isKept && !this.#isOver) void this.#store.deleteFiles(this.entry.id).catch(() => undefined);
    this.#isOver = true;
  }

  /** On the page again: hears what other tabs do, and reads what they have done. */
  comeBack(): void {
    if (!this.isKept || this.#stopLeaving) return;
    this.#stopLeaving = this.#device.onLeaving(() => void this.#keeper.flush());
    this.#stopRestored = onRestored(() => void this.#look());
    this.#others = this.#device.join?.((about) => {
      if (about.startsWith(withdrawnMark)) this.#withdrawn.add(about.slice(withdrawnMark.length));
      else if (about.startsWith(keptMark)) this.#withdrawn.delete(about.slice(keptMark.length));
      // Waiting to be sent, it lies under the lookup of messages.
      else if (about === this.entry.lookup || about === this.entry.lookup.replace(/draft$/, '')) void this.#look();
    });
    void this.#look();
  }

  /** Off the page. */
  leave(): void {
    void this.#keeper.flush();
    this.#stopLeaving?.();
    this.#stopLeaving = undefined;
    this.#stopRestored?.();
    this.#others?.leave();
    this.#others = undefined;
  }

  #saved(state: SaveState): void {
    if (this.#isOver) return;
    this.saveState = state;
    if (this.news === 'missing' && state.status === 'saved') this.news = undefined;
    if (state.status === 'gone') return void this.#end('deleted-elsewhere');
    if (state.status === 'sent-elsewhere') this.#part();
    this.#host.draftChanged();
  }

  /** What is written here since another tab has sent it is another one; files stay with what was sent. */
  #part(): void {
    const { revision: _, ...draft } = this.entry;
    this.entry = { ...draft, id: this.#services.platform.uuid(), attachments: [] };
    this.news = 'sent-elsewhere';
    this.show?.();
    this.changed({});
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

  async #sight(): Promise<'same' | 'over'> {
    if (this.#isOver) return 'over';
    const { entry, resumedFrom, saveState } = this;
    if (this.isBlank && !resumedFrom && !saveState) {
      const twin = await this.#keeper.newest(entry.lookup);
      if (!twin || !this.isBlank || this.#isOver) return 'same';
      return this.#end();
    }
    const sighting = await this.#keeper.catchUp();
    if (this.#isOver) return 'over';
    if (sighting === 'sent') return this.#end();
    if (sighting !== 'gone') return 'same';
    if (this.#withdrawn.has(entry.id)) return this.#end('deleted-elsewhere');
    // A person may have deleted it while this page heard nothing: only what is written next keeps it anew.
    this.news = 'missing';
    this.saveState = undefined;
    this.resumedFrom = undefined;
    this.#host.draftChanged();
    return 'same';
  }

  #end(news?: AdditionNews): 'over' {
    this.#isOver = true;
    this.leave();
    this.#host.draftOver(news);
    return 'over';
  }
}

/** Where a person goes on with it: the page of its tag, opened at the receipt. The code stands after `#`: it stays here. */
const wayBack = (page: string | undefined, code: string): string | undefined => page && `${page}#${code}`;
