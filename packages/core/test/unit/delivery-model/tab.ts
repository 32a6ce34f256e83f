import { createApiClient } from '../../../src/api/api-client.ts';
import { DraftKeeper, type SaveState } from '../../../src/drafts/draft-keeper.ts';
import { mergeDrafts } from '../../../src/drafts/merge-drafts.ts';
import { Outbox } from '../../../src/outbox/outbox.ts';
import { putRight } from '../../../src/outbox/put-right.ts';
import type { Entry } from '../../../src/storage/entry.ts';
import type { EntryStore } from '../../../src/storage/entry-store.ts';
import { wordsIn, wordsOf } from './ledger.ts';
import { Page } from './page.ts';
import type { World } from './world.ts';

const api = 'https://partecipa.example.it/api/v1';

/** What the person sees of the tab. */
export type Phase = 'opening' | 'writing' | 'sending' | 'attention' | 'sent' | 'broken';

/** A tab with a survey in it: the kit's drafts and outbox, put together as the widget does, without its looks. */
export class Tab {
  readonly name: string;
  readonly page: Page;
  /** Which survey it shows. */
  readonly lookup: string;
  phase: Phase = 'opening';
  words = '';
  entry!: Entry;
  readonly #world: World;
  readonly #store: EntryStore;
  readonly #keeper: DraftKeeper;
  readonly #outbox: Outbox;
  /** What the keeper is writing now, or has written last. */
  #written = '';

  constructor(world: World, name: string, survey: string) {
    this.#world = world;
    this.name = name;
    this.lookup = `${api}|survey|${survey}|`;
    this.page = new Page(world, name);
    const { client = (own) => own, store = (own) => own } = world.sabotage;
    this.#store = store(world.disk.store(name));
    const others = this.page.join(
      (about) => about === this.lookup && this.phase === 'writing' && world.begin(this.#catchUp()),
    );
    this.#keeper = new DraftKeeper(this.#store, this.page, (state) => this.#saved(state), {
      onStored: (stored, mine) => this.#takeOver(stored, mine),
      tell: (about) => others.tell(about),
    });
    this.#outbox = new Outbox(this.#store, this.page, this.page, (base) => client(createApiClient(base, this.page)));
  }

  /** Goes on with what the device holds, or begins. */
  async open(): Promise<void> {
    // Whatever is shown on the page: what waits on the device goes out.
    this.#world.begin(this.#outbox.flush());
    try {
      this.entry = (await this.#keeper.find(this.lookup)) ?? this.#newDraft();
    } catch {
      this.phase = 'broken';
      return;
    }
    if (this.entry.state === 'attention') this.phase = 'attention';
    else if (this.entry.state === 'queued') await this.#follow();
    else {
      this.words = wordsOf(this.entry.answers);
      this.phase = 'writing';
    }
  }

  /** Writes other words in the place of those that the person sees. */
  write(words: string): void {
    this.#world.ledger.given.add(this.words);
    this.#type(words);
  }

  #type(words: string): void {
    this.words = words;
    this.#keeper.schedule(() => {
      this.#written = this.words;
      this.entry = { ...this.entry, answers: { words: this.words }, savedAt: this.page.now() };
      return this.entry;
    });
  }

  /** The page may go away: what was typed is written without anybody waiting for it. */
  hide(): void {
    void this.#keeper.flush();
  }

  /** Chooses between the words here and those of another tab. */
  settle(takeOther: boolean): void {
    const [conflict, ...rest] = this.entry.conflicts ?? [];
    if (!conflict) return;
    const { ledger } = this.#world;
    const other = conflict.answer as string;
    ledger.given.add(takeOther ? this.words : other);
    this.entry = { ...this.entry, conflicts: rest };
    this.#type(takeOther ? other : this.words);
  }

  /** Sends, unless another tab's words have come in: those are for the person to read first. */
  async send(): Promise<void> {
    // The survey's question needs an answer.
    if (this.words === '') return;
    const { words } = this;
    this.phase = 'sending';
    await this.#catchUp();
    if (this.phase !== 'sending') return;
    this.phase = 'writing';
    if (this.words !== words || (this.entry.conflicts ?? []).length > 0) return;
    this.phase = 'sending';
    await this.#keeper.flush();
    const answers = { words };
    try {
      this.entry = await this.#outbox.enqueue({ ...this.entry, answers }, { formVersion: 1, language: 'it', answers });
    } catch {
      // The device refuses: the answer stays on the page, and the person is told.
      this.phase = 'writing';
      return;
    }
    // Changed in another tab at this very moment.
    if (this.entry.state === 'draft') this.phase = 'writing';
    else await this.#follow();
  }

  sendNow(): Promise<void> {
    return this.#outbox.flush({ insist: true });
  }

  /** Makes the refused answer a draft again, under its key or, as the person asks, under a new one. */
  async putRight(asNew: boolean): Promise<void> {
    const { id } = this.entry;
    const newId = asNew ? this.page.uuid() : id;
    const { ledger } = this.#world;
    if (asNew) {
      ledger.renewed.add(newId);
      ledger.replaced.add(id);
    }
    this.phase = 'opening';
    try {
      await putRight(this.#store, id, newId);
    } catch {
      this.phase = 'broken';
      return;
    }
    await this.open();
  }

  /** Deletes what this tab shows, as a person who has been asked twice. */
  async remove(): Promise<void> {
    const { ledger } = this.#world;
    ledger.deleted.add(this.entry.id);
    for (const words of [...wordsIn(this.entry), this.words, this.#written]) ledger.given.add(words);
    this.phase = 'opening';
    try {
      await this.#keeper.discard(this.entry.id);
    } catch {
      this.phase = 'broken';
      return;
    }
    this.words = '';
    this.entry = this.#newDraft();
    this.phase = 'writing';
  }

  /** Takes over what other tabs have made of this draft. */
  async #catchUp(): Promise<void> {
    try {
      if ((await this.#keeper.catchUp()) === 'gone') {
        this.phase = 'opening';
        await this.open();
      }
    } catch {
      // The storage does not answer now: what it holds is merged at the next write.
    }
  }

  #takeOver(stored: Entry, mine: Entry): void {
    const merged = mergeDrafts(mine, { ...this.entry, answers: { words: this.words } }, stored);
    this.entry = { ...merged, id: stored.id, revision: stored.revision ?? 0 };
    this.words = wordsOf(merged.answers);
  }

  async #follow(): Promise<void> {
    this.phase = 'sending';
    const { id } = this.entry;
    const stop = this.#outbox.subscribe(id, (now) => {
      this.entry = now;
      if (now.state === 'queued') return;
      stop();
      if (now.state === 'attention') this.phase = 'attention';
      else this.#acknowledge(now);
    });
    if (this.entry.state !== 'queued') {
      stop();
      if (this.entry.state === 'attention') this.phase = 'attention';
      else this.#acknowledge(this.entry);
    }
    await this.#outbox.flush();
  }

  #acknowledge({ id, receipt }: Entry): void {
    this.phase = 'sent';
    if (receipt) this.#world.ledger.acknowledged.set(id, wordsOf(this.#world.service.kept.get(id)?.answers));
  }

  #saved(state: SaveState): void {
    if (state.status === 'saved') this.#world.ledger.saved.set(this.name, this.#written);
    if (state.status !== 'sent-elsewhere' || this.entry.state !== 'draft') return;
    // What was typed here after it had been sent from another tab is an answer of its own.
    const { revision: _, ...draft } = this.entry;
    this.entry = { ...draft, id: this.page.uuid() };
    this.#type(this.words);
  }

  #newDraft(): Entry {
    return {
      id: this.page.uuid(),
      lookup: this.lookup,
      api,
      path: '/surveys/prova/responses',
      state: 'draft',
      formVersion: 1,
      language: 'it',
      answers: {},
      attachments: [],
      uploaded: [],
      formPage: undefined,
      setAside: [],
      savedAt: 0,
    };
  }
}
