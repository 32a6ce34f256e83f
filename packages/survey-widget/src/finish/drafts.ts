import type { Attachment, Survey } from '@cmto/contract';
import { DraftKeeper, type SaveState } from '@cmto/core/drafts/draft-keeper';
import type { FormSession } from '@cmto/core/form/form-session';
import { FormState } from '@cmto/core/form/form-state';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import type { SurveyController } from '../survey-controller.ts';
import { opening } from '../model/phase.ts';
import { carryOver } from './carry-over.ts';
import { DraftFiles } from './draft-files.ts';
import { OtherTabs } from './other-tabs.ts';
import { onRestored } from './restored.ts';

/** The draft of one survey tag: found again, kept up to date, deleted. */
export class Drafts {
  readonly #survey: SurveyController;
  #opening: Promise<void> | undefined;
  readonly files: DraftFiles;
  readonly others: OtherTabs;
  keeper: DraftKeeper | undefined;
  store: EntryStore | undefined;
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
  #session: FormSession | undefined;
  #stopRestored: (() => void) | undefined;

  constructor(survey: SurveyController) {
    this.#survey = survey;
    this.files = new DraftFiles(survey, this);
    this.others = new OtherTabs(survey, this);
  }

  /** What this device holds for the tag, opening its store first. */
  async find(): Promise<Entry | undefined> {
    const { services, host, base } = this.#survey;
    const delivery = await services!.delivery();
    this.store = await delivery.store(host.sharedDevice);
    this.#page = delivery.device.page();
    this.keeper = new DraftKeeper(this.store, services!.platform, (state) => this.#saved(state), {
      onStored: (stored, mine) => this.others.takeOver(stored, mine),
      tell: (about) => this.others.tell(about),
    });
    const lookup = entryLookup(base!, 'survey', host.slug!, host.instance);
    this.entry = await this.keeper.find(lookup);
    // On a shared device it is another person's.
    this.delivered = host.sharedDevice ? undefined : await this.keeper.lastDelivered(lookup);
    this.#followPerson();
    // What is only in memory is nobody else's.
    if (this.store.durable) this.others.join(delivery.device, lookup);
    return this.entry;
  }

  /** No longer on the page: what other tabs do is read when it comes back. */
  leave(): void {
    this.files.leave();
    this.others.leave();
    this.#stopRestored?.();
    this.#stopRestored = undefined;
  }

  /** On the page again. */
  async comeBack(): Promise<void> {
    void this.files.resume();
    if (this.store) this.#followPerson();
    await this.others.comeBack();
  }

  /** Whoever goes back to the page on a shared device is somebody else: nothing of the one before is shown. */
  #followPerson(): void {
    const survey = this.#survey;
    if (!survey.host.sharedDevice) return;
    this.#stopRestored ??= onRestored(() => {
      if (this.entry) void this.keeper?.discard(this.entry.id);
      void survey.start(survey.services!);
    });
  }

  #saved(state: SaveState): void {
    const { host, services } = this.#survey;
    this.saveState = state;
    if (state.status === 'sent-elsewhere' && this.entry?.state === 'draft') {
      this.others.haveSent = true;
      // What was typed here after it had been sent from another tab is an answer of its own: neither may vanish.
      const { revision: _, ...draft } = this.entry;
      this.entry = { ...draft, id: services!.platform.uuid(), attachments: [], uploaded: [] };
      if (this.files.release()) this.others.haveSentFiles = true;
      this.changed({});
    }
    if (state.status === 'saved') void this.#survey.finish?.kept();
    host.requestUpdate();
  }

  /** Sent from memory, for the device refused it: the draft it still holds would be sent as another answer. */
  async forgetSent({ id, lookup, revision }: Entry): Promise<void> {
    // Unless another tab has gone on with it meanwhile. What cannot be deleted now, the person can still delete.
    await this.store?.delete(id, (now) => now.state === 'draft' && now.revision === revision).catch(() => undefined);
    this.others.tell(lookup);
  }

  /** Forgets the receipt that this device remembers. */
  async forgetDelivered(): Promise<void> {
    if (this.delivered) await this.store?.delete(this.delivered.id);
    this.delivered = undefined;
    this.#survey.host.requestUpdate();
  }

  /** Goes on with a draft, carried over to the version now served. False when the survey takes no answers now. */
  async reopen(entry: Entry): Promise<boolean> {
    const survey = this.#survey;
    const definition = survey.survey!;
    if (opening(definition, survey.now()) !== 'open') return false;
    this.versionChanged = entry.formVersion !== definition.version;
    const draft = this.versionChanged ? await carryOver(survey, definition, entry) : entry;
    this.entry = { ...draft, page: this.#page };
    this.resumedFrom = entry.savedAt;
    // The page where the person was, and the first, where the form begins if that page is gone.
    const pages = definition.form.pages.filter((page, index) => index === 0 || page.id === draft.formPage);
    await survey.loadKinds(pages.flatMap((page) => page.fields));
    survey.begin(new FormState(definition.form, draft.answers), draft.id, draft.formPage);
    this.#session = survey.session;
    survey.ready();
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
    const found = this.store ? undefined : await this.find();
    // As it is now: the questions may have come, or begun anew, while the store was opened.
    const { survey: definition, session } = this.#survey;
    // A draft that no mark told of: it is shown, unless the person has begun anew (then both stay).
    const untouched = session !== undefined && Object.keys(session.state.answers).length === 0;
    if (found?.state === 'draft' && untouched && (await this.reopen(found))) return;
    if (!definition || !session || this.#session === session) return;
    this.#session = session;
    this.entry = this.#newDraft(definition, session.seed);
    if (Object.keys(session.state.answers).length > 0) this.changed({});
  }

  /** Notes a change of the draft; it is on the device a quarter of a second later. */
  changed(change: Partial<Entry>): void {
    const { session, language, services } = this.#survey;
    if (!this.entry || !session || this.entry.state !== 'draft' || this.others.isShowing) return;
    this.entry = { ...this.entry, ...change };
    this.keeper?.schedule(() => {
      const savedAt = services!.platform.now();
      this.entry = { ...this.entry!, answers: session.state.answers, language: language.code, savedAt };
      return this.entry;
    });
  }

  async flush(): Promise<void> {
    await this.keeper?.flush();
  }

  /** Forgets the draft, on this device and on the page. */
  async discard(): Promise<void> {
    const survey = this.#survey;
    if (this.entry) await this.keeper?.discard(this.entry.id);
    this.saveState = undefined;
    this.resumedFrom = undefined;
    this.versionChanged = false;
    this.others.reset();
    const id = survey.services!.platform.uuid();
    this.entry = this.#newDraft(survey.survey!, id);
    survey.begin(new FormState(survey.survey!.form), id);
    this.#session = survey.session;
  }

  attachment(sha256: string): Attachment | undefined {
    return this.entry?.attachments.find((attachment) => attachment.sha256 === sha256);
  }

  #newDraft(survey: Survey, id: string): Entry {
    const { base, host, language } = this.#survey;
    return {
      id,
      lookup: entryLookup(base!, 'survey', survey.slug, host.instance),
      api: base!,
      path: `/surveys/${survey.slug}/responses`,
      state: 'draft',
      formVersion: survey.version,
      language: language.code,
      answers: {},
      attachments: [],
      uploaded: [],
      formPage: undefined,
      setAside: [],
      savedAt: 0,
      title: language.text(survey).words(survey.title),
      page: this.#page,
    };
  }
}
