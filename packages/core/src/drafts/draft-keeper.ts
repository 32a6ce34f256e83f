import type { Platform } from '../platform/platform.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** At most this much typing, in milliseconds, can be lost to a crash. */
const delay = 250;

/** The state of what the person typed last, for the "draft saved" line. */
export type SaveState =
  | { readonly status: 'saved'; readonly at: number }
  | { readonly status: 'failed' }
  /** Not written: it was sent meanwhile, perhaps from another tab. */
  | { readonly status: 'sent-elsewhere' }
  /** Not written: another tab goes on with it under another version of the form, and two versions are not merged. */
  | { readonly status: 'other-version' }
  /** Not written: a person has deleted it in another tab. */
  | { readonly status: 'gone' };

/** Who else has to do with the draft that is kept. */
export interface DraftNeighbours {
  /** The draft as it is on the device now; `mine` is what was written from here, less if another tab has written, too. */
  onStored(stored: Entry, mine: Entry): void;
  /** Tells other tabs that there is something new under this lookup. */
  tell(lookup: string): void;
  /** A person deletes the draft: other tabs hear of it before it is gone. */
  withdraw(id: string): void;
  /** It is not gone after all: if other tabs miss it from now on, nobody has wanted that. */
  keep(id: string): void;
  /** Whether a person deletes the draft, or has deleted it, in another tab. */
  isWithdrawn(id: string): boolean;
}

const ignore = (): void => undefined;
const alone: DraftNeighbours = {
  onStored: ignore,
  tell: ignore,
  withdraw: ignore,
  keep: ignore,
  isWithdrawn: () => false,
};

/**
 * What a look at the device has shown of the draft: as it was, changed by others, gone on with under another version of
 * the form (it is kept from here no longer), sent, or deleted.
 */
export type Sighting = 'same' | 'merged' | 'other-version' | 'sent' | 'gone';

/** Saves one draft soon after every change, and at once when the page may go away. */
export class DraftKeeper {
  readonly #store: EntryStore;
  readonly #platform: Platform;
  readonly #onSaved: (state: SaveState) => void;
  readonly #neighbours: DraftNeighbours;
  #pending: (() => Entry) | undefined;
  #stopTimer: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** The draft as this tab and the device last agreed on it, under the version of the form that is shown here. */
  #base: Entry | undefined;
  /** Drafts that were there before this one: those are not its twins. */
  #before: ReadonlySet<string> = new Set();

  constructor(
    store: EntryStore,
    platform: Platform,
    onSaved: (state: SaveState) => void,
    neighbours: DraftNeighbours = alone,
  ) {
    this.#store = store;
    this.#platform = platform;
    this.#onSaved = onSaved;
    this.#neighbours = neighbours;
  }

  /** The draft of a tag: the one saved last, if there are several. It is the one kept from now on. */
  async find(lookup: string): Promise<Entry | undefined> {
    const drafts = await this.#drafts(lookup);
    this.#before = new Set(drafts.map(({ id }) => id));
    this.#base = drafts[0]?.state === 'draft' ? drafts[0] : undefined;
    return drafts[0];
  }

  /** The draft of a tag that was saved last; which one is kept stays as it is. */
  async newest(lookup: string): Promise<Entry | undefined> {
    return (await this.#drafts(lookup))[0];
  }

  /**
   * Keeps this draft from now on, as it is shown: what was read from the device, perhaps carried over. Without one, what
   * is written next begins anew.
   */
  keep(draft: Entry | undefined): void {
    this.#base = draft;
  }

  /** The answer last sent from a tag, of those this device remembers. */
  async lastDelivered(lookup: string): Promise<Entry | undefined> {
    const sent = (await this.#store.all()).filter((entry) => entry.lookup === lookup && entry.state === 'delivered');
    return sent.sort((a, b) => b.savedAt - a.savedAt)[0];
  }

  /** Notes a change. `snapshot` is asked for the draft only when it is time to write. */
  schedule(snapshot: () => Entry): void {
    this.#pending = snapshot;
    this.#stopTimer ??= this.#platform.setTimer(() => void this.flush(), delay);
  }

  /** Writes what is pending and resolves when it is on disk, or the failure has been told. */
  async flush(): Promise<void> {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    const snapshot = this.#pending;
    this.#pending = undefined;
    if (snapshot) this.#writing = this.#writing.then(() => this.#write(snapshot()));
    await this.#writing;
  }

  /** Writes what is pending, then takes over what other tabs have written. Rejects when the storage does. */
  async catchUp(): Promise<Sighting> {
    await this.flush();
    const base = this.#base;
    if (!base) return 'same';
    const now = (await this.#store.all()).find(({ id }) => id === base.id);
    // Something was typed and written while the device was read: that write has merged by itself.
    if (this.#base !== base) return 'same';
    if (!now) return 'gone';
    if (now.state !== 'draft') return 'sent';
    if (now.revision === base.revision) return 'same';
    if (now.formVersion !== base.formVersion) {
      this.#base = undefined;
      return 'other-version';
    }
    this.#base = now;
    this.#neighbours.onStored(now, base);
    return 'merged';
  }

  /**
   * Forgets the draft, also one that is about to be written; answers what is there all the same, for another tab has
   * sent it meanwhile. Rejects when the storage does.
   */
  async discard(id: string): Promise<Entry | undefined> {
    this.#pending = undefined;
    await this.flush();
    const known = this.#base;
    this.#base = undefined;
    this.#neighbours.withdraw(id);
    let left: Entry | undefined;
    let isGone = false;
    try {
      // Sent meanwhile from another tab it is no draft any more: it goes out, and its receipt stays.
      await this.#store.delete(id, ({ state }) => state === 'draft' || state === 'attention');
      left = await this.#store.update(id, () => undefined);
      isGone = !left;
    } finally {
      if (!isGone) this.#neighbours.keep(id);
    }
    if (known) this.#neighbours.tell(known.lookup);
    return left;
  }

  async #drafts(lookup: string): Promise<Entry[]> {
    const drafts = (await this.#store.all()).filter((entry) => entry.lookup === lookup && entry.state !== 'delivered');
    return drafts.sort((a, b) => b.savedAt - a.savedAt);
  }

  /**
   * Another tab may have begun the same draft while this one was still blank: both go on in that one. A draft with
   * files stays by itself, for files lie under their draft's id.
   */
  async #joined(entry: Entry): Promise<Entry> {
    if (this.#base?.id === entry.id || entry.attachments.length > 0) return entry;
    const twin = (await this.#drafts(entry.lookup)).find(
      ({ id, state, formVersion }) =>
        state === 'draft' && id !== entry.id && formVersion === entry.formVersion && !this.#before.has(id),
    );
    return twin ? { ...entry, id: twin.id } : entry;
  }

  async #write(snapshot: Entry): Promise<void> {
    // Sent meanwhile from here: what became of it is not for a draft to write.
    if (snapshot.state !== 'draft') return;
    try {
      const mine = await this.#joined(snapshot);
      const base = this.#base?.id === mine.id ? this.#base : undefined;
      const stored = await this.#store.update(mine.id, (now) => {
        if (!now && this.#neighbours.isWithdrawn(mine.id)) return undefined;
        const isMerged = now !== undefined && (!base || now.revision !== base.revision);
        // What was queued meanwhile, perhaps in another tab, is no draft any more and is not overwritten; nor is what
        // another tab has written under another version. The older draft that this one goes on from is.
        if (now && (now.state !== 'draft' || (isMerged && now.formVersion !== mine.formVersion))) return undefined;
        // Written anew where it was missed, it counts on: another tab may know it under any number it has had.
        const revision = Math.max(now?.revision ?? 0, base?.revision ?? 0) + 1;
        return { ...(isMerged ? mergeDrafts(base, mine, now) : mine), revision };
      });
      this.#written(stored, mine);
    } catch {
      // Disk full, storage closed: the person is told that this page must stay open.
      this.#onSaved({ status: 'failed' });
    }
  }

  #written(stored: Entry | undefined, mine: Entry): void {
    if (!stored && this.#neighbours.isWithdrawn(mine.id)) return this.#onSaved({ status: 'gone' });
    if (stored && stored.state !== 'draft') return this.#onSaved({ status: 'sent-elsewhere' });
    // What cannot be read was written by a newer kit, which goes on with it in its own way.
    if (stored?.formVersion !== mine.formVersion) {
      this.#base = undefined;
      return this.#onSaved({ status: 'other-version' });
    }
    this.#base = stored;
    this.#neighbours.tell(stored.lookup);
    this.#neighbours.onStored(stored, mine);
    this.#onSaved({ status: 'saved', at: stored.savedAt });
  }
}
