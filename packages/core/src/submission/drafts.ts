import type { Attachment } from '@cmto/contract';
import { DraftKeeper, type SaveState } from '../drafts/draft-keeper.ts';
import { FormState } from '../form/form-state.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { carryOver } from './carry-over.ts';
import { blankDraft, lookupOf } from './draft-entry.ts';
import { DraftFiles } from './draft-files.ts';
import type { FormWidget, Sheet } from './form-widget.ts';
import { OtherTabs, type Parting } from './other-tabs.ts';

/** The draft of one tag: found again, kept up to date, deleted. */
export class Drafts {
  readonly #widget: FormWidget;
  #opening: Promise<void> | undefined;
  readonly files: DraftFiles;
  readonly others: OtherTabs;
  keeper: DraftKeeper | undefined;
  store: EntryStore | undefined;
  /** Where the entry is once it was handed over: in memory, if the device has refused it. */
  handedTo: EntryStore | undefined;
  /** The files of what was handed over: the person's own copy names them when the device has forgotten them. */
  handedFiles: readonly Attachment[] = [];
  /** The draft, or what became of it, as last stored or about to be. */
  entry: Entry | undefined;
  saveState: SaveState | undefined;
  /** When the draft found on this device was saved, for the line that says so. */
  resumedFrom: number | undefined;
  /** The answer last sent from this tag, with its receipt. */
  delivered: Entry | undefined;
  /** The form changed between the draft and today. */
  versionChanged = false;
  /** Where the person answers: the way back to the draft from another page. */
  #page: string | undefined;
  /** The session whose answers the draft holds. */
  #session: Sheet | undefined;
  #finding: Promise<Entry | undefined> | undefined;
  #stopRestored: (() => void) | undefined;
  /** The draft is being deleted by a person; settled once that is shown, never rejected. */
  deletion: Promise<unknown> | undefined;
  /** Nothing is kept of what is typed while the device deletes: it goes with the rest, or is kept when that has failed. */
  #isDeleting = false;
  /** On a shared device the tag was taken off the page: whoever sees it again is somebody else. */
  #isForAnother = false;

  constructor(widget: FormWidget) {
    this.#widget = widget;
    this.files = new DraftFiles(widget, this);
    this.others = new OtherTabs(widget, this);
  }

  /** Under which the drafts of the tag are found, as it is now. */
  get lookup(): string {
    return lookupOf(this.#widget);
  }

  /** Questions are shown, and nothing has been answered yet, nor is a file being read that will be an answer. */
  get isUntouched(): boolean {
    const { session } = this.#widget;
    return session !== undefined && Object.keys(session.state.answers).length === 0 && !this.files.isBusy;
  }

  /** The draft was deleted without the tag having begun anew yet. */
  get isDeleted(): boolean {
    return this.#isForAnother || this.others.haveDeleted;
  }

  /** What this device holds for the tag, opening its store first. */
  find(): Promise<Entry | undefined> {
    this.#finding ??= this.#find().finally(() => {
      this.#finding = undefined;
    });
    return this.#finding;
  }

  async #find(): Promise<Entry | undefined> {
    const { services, sharedDevice } = this.#widget;
    const delivery = await services.delivery();
    this.#page = delivery.device.address();
    const { lookup } = this;
    try {
      await this.#findIn(await delivery.store(sharedDevice), lookup);
    } catch {
      // The device does not say what it holds: as one that keeps nothing, and the person is told.
      await this.#findIn(await delivery.store(true), lookup);
    }
    this.#followPerson();
    // What is only in memory is nobody else's; and a tag that is off the page, or has begun anew, hears nothing here.
    const { isConnected, submission } = this.#widget;
    if (this.store?.durable && isConnected && submission?.drafts === this) this.others.join(delivery.device, lookup);
    return this.entry;
  }

  async #findIn(store: EntryStore, lookup: string): Promise<void> {
    const { services, sharedDevice } = this.#widget;
    const { talk } = this.others;
    this.store = store;
    this.keeper = new DraftKeeper(store, services.platform, (state) => this.#saved(state), {
      onStored: (stored, mine) => this.others.takeOver(stored, mine),
      tell: (about) => talk.tell(about),
      withdraw: (id) => talk.withdraw(id),
      keep: (id) => talk.keep(id),
      isWithdrawn: (id) => talk.isWithdrawn(id),
    });
    this.entry = await this.keeper.find(lookup);
    // On a shared device it is another person's.
    this.delivered = sharedDevice ? undefined : await this.keeper.lastDelivered(lookup);
  }

  /** No longer on the page: what other tabs do is read when it comes back. */
  leave(): void {
    this.files.leave();
    this.others.talk.leave();
    this.#stopRestored?.();
    this.#stopRestored = undefined;
    if (this.#widget.sharedDevice) this.#widget.services.platform.setTimer(() => this.#forgetPerson(), 0);
  }

  /** On the page again. */
  async comeBack(): Promise<void> {
    if (this.#isForAnother) return this.#widget.restart();
    void this.files.resume();
    if (this.store) this.#followPerson();
    await this.others.comeBack();
  }

  /** Only moved to another place of the page, the tag is there again by now, and so is the person. */
  #forgetPerson(): void {
    if (this.#widget.isConnected) return;
    this.#isForAnother = true;
    if (this.entry) void this.keeper?.discard(this.entry.id);
  }

  /** Whoever goes back to the page on a shared device is somebody else: nothing of the one before is shown. */
  #followPerson(): void {
    if (!this.#widget.sharedDevice) return;
    this.#stopRestored ??= this.#widget.onRestored(() => {
      if (this.entry) void this.keeper?.discard(this.entry.id);
      void this.#widget.restart();
    });
  }

  #saved(state: SaveState): void {
    this.saveState = state;
    this.others.news = undefined;
    this.others.isMissing &&= state.status === 'failed';
    if (state.status === 'gone') void this.others.catchUp();
    if (state.status === 'sent-elsewhere' || state.status === 'other-version') this.part(state.status);
    this.#widget.saved(state);
  }

  /**
   * What is answered here since another tab has sent the draft, or gone on with it under another version of the form, is
   * an answer of its own: neither may vanish. Files stay with the other, for they lie under its id.
   */
  part(cause: Parting): void {
    if (this.entry?.state !== 'draft') return;
    const { revision: _, ...draft } = this.entry;
    const { id } = draft;
    this.entry = { ...draft, id: this.#widget.services.platform.uuid(), attachments: [], uploaded: [] };
    this.others.parted(id, cause, this.files.release());
    this.changed({});
  }

  /** Sent from memory, for the device refused it: the draft it still holds would be sent as another answer. */
  async forgetSent({ id, lookup, revision }: Entry): Promise<void> {
    // Unless another tab has gone on with it meanwhile. What cannot be deleted now, the person can still delete.
    await this.store?.delete(id, (now) => now.state === 'draft' && now.revision === revision).catch(() => undefined);
    this.others.talk.tell(lookup);
  }

  /** Forgets the receipt that this device remembers. */
  async forgetDelivered(): Promise<void> {
    const { delivered } = this;
    // What cannot be deleted now stays in the panel, from where the person can still delete it.
    if (delivered) await this.store?.delete(delivered.id).catch(() => undefined);
    if (delivered) this.others.talk.tell(delivered.lookup);
    this.delivered = undefined;
    this.#widget.requestUpdate();
  }

  /** Goes on with a draft, carried over to the version now served. False when no answers are taken now. */
  async reopen(entry: Entry): Promise<boolean> {
    const widget = this.#widget;
    const definition = widget.definition!;
    if (!widget.isOpen) return false;
    const blank = this.isUntouched ? widget.session : undefined;
    const isChanged = entry.formVersion !== definition.version;
    const draft = isChanged ? await carryOver(widget, definition, entry) : entry;
    // The page where the person was, and the first, where the form begins if that page is gone.
    const pages = definition.form.pages.filter((page, index) => index === 0 || page.id === draft.formPage);
    await widget.loadKinds(pages.flatMap((page) => page.fields));
    // Answered here meanwhile: what is shown stays, and is never written over the draft that was found.
    if (blank && (widget.session !== blank || !this.isUntouched)) return false;
    this.versionChanged = isChanged;
    // A passage chosen before stays, unless another one is chosen now.
    const target = widget.target ? { target: { ...draft.target, ...widget.target } } : {};
    this.entry = { ...draft, page: this.#page, ...target };
    // As carried over: what another tab still writes under the old version is not merged into the new one.
    this.keeper?.keep(this.entry);
    this.resumedFrom = entry.savedAt;
    widget.begin(new FormState(definition.form, draft.answers), draft.id, draft.formPage);
    this.#session = widget.session;
    widget.ready();
    void this.files.resume();
    return true;
  }

  /**
   * Opens the store once the questions are shown; what was answered meanwhile becomes a draft at once. Whoever asks
   * while it is opening waits for it, too.
   */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    // What is still being looked for, as after a service that did not answer, would take the place of what begins here.
    const found = this.#finding || !this.store ? await this.find() : undefined;
    // As it is now: the questions may have come, or begun anew, while the store was opened.
    const { definition, session } = this.#widget;
    // A draft that no mark told of: it is shown, unless the person has begun anew (then both stay).
    if (found?.state === 'draft' && this.isUntouched && (await this.reopen(found))) return;
    if (!definition || !session || this.#session === session) return;
    this.#session = session;
    this.entry = blankDraft(this.#widget, session.seed, this.#page);
    if (Object.keys(session.state.answers).length > 0) this.changed({});
  }

  /** Notes a change of the draft; it is on the device a quarter of a second later. */
  changed(change: Partial<Entry>): void {
    const { session, language, services } = this.#widget;
    // Begun anew meanwhile, the tag shows another person's answers, or none: those are not this draft's.
    if (session !== this.#session || this.#isDeleting) return;
    if (!this.entry || !session || this.entry.state !== 'draft' || this.others.isShowing) return;
    this.entry = { ...this.entry, ...change };
    this.keeper?.schedule(() => {
      const savedAt = services.platform.now();
      this.entry = { ...this.entry!, answers: session.state.answers, language: language.code, savedAt };
      return this.entry;
    });
  }

  async flush(): Promise<void> {
    await this.keeper?.flush();
  }

  /**
   * Forgets the draft, on this device and on the page; answers what it is now where another tab has sent it meanwhile.
   * Rejects when the storage does.
   */
  discard(): Promise<Entry | undefined> {
    const deletion = this.#discard();
    this.deletion = deletion.catch(() => undefined);
    return deletion;
  }

  async #discard(): Promise<Entry | undefined> {
    const widget = this.#widget;
    const sent = await this.#deleted();
    if (sent) return sent;
    this.saveState = undefined;
    this.resumedFrom = undefined;
    this.versionChanged = false;
    this.others.reset();
    const id = widget.services.platform.uuid();
    this.entry = blankDraft(widget, id, this.#page);
    widget.begin(new FormState(widget.definition!.form), id);
    this.#session = widget.session;
    return undefined;
  }

  /** Takes the draft off the device; answers what it is now where another tab has sent it meanwhile. */
  async #deleted(): Promise<Entry | undefined> {
    this.#isDeleting = true;
    try {
      const left = this.entry && (await this.keeper?.discard(this.entry.id));
      // Another tab has written it once more before it could hear of this.
      return left?.state === 'draft' ? undefined : left;
    } catch (error) {
      this.#isDeleting = false;
      this.changed({});
      throw error;
    } finally {
      this.#isDeleting = false;
    }
  }

  attachment(sha256: string): Attachment | undefined {
    const files = [...(this.entry?.attachments ?? []), ...this.handedFiles];
    return files.find((attachment) => attachment.sha256 === sha256);
  }
}
