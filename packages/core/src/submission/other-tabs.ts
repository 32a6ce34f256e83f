import type { Sighting } from '../drafts/draft-keeper.ts';
import { mergeDrafts } from '../drafts/merge-drafts.ts';
import { isSameValue } from '../drafts/same-value.ts';
import type { Device } from '../platform/platform.ts';
import type { Conflict, Entry } from '../storage/entry.ts';
import { beginAnew, type DraftNews } from './begin-anew.ts';
import type { Drafts } from './drafts.ts';
import type { FormWidget } from './form-widget.ts';
import { TabTalk } from './tab-talk.ts';

/** For what an answer given here became one of its own. */
export type Parting = 'sent-elsewhere' | 'other-version';

/** What other tabs do to the draft shown in this one, and what of it is shown here. */
export class OtherTabs {
  readonly #widget: FormWidget;
  readonly #drafts: Drafts;
  readonly talk = new TabTalk();
  /** How many answers given in another tab have come in here. */
  #merges = 0;
  /** How often another tab was found to go on under another version of the form. */
  #partings = 0;
  /** An answer from another tab is being shown: nobody has given it here. */
  isShowing = false;
  /** Id of the draft that was sent from another tab: what is typed here since is an answer of its own. */
  #sent: string | undefined;
  /** Where files are that were shown here, too, as the end of the key of its words. */
  files: 'files-gone' | 'files-apart' | undefined;
  /** Another tab goes on with the draft under another version of the form; here it is a draft of its own. */
  isApart = false;
  /** What a person has to know before anything is sent, of what happened last. */
  latest: 'merged' | 'other-version' = 'merged';
  /** The draft is no longer on the device, and whoever took it away may have been a person: only a change keeps it anew. */
  isMissing = false;
  /** What the tag has begun anew for, until something is written. */
  news: DraftNews | undefined;

  constructor(widget: FormWidget, drafts: Drafts) {
    this.#widget = widget;
    this.#drafts = drafts;
  }

  /** Hears what other tabs do under this lookup. */
  join(device: Device, lookup: string): void {
    this.talk.join(this.#widget, device, [lookup], () => void this.#look());
  }

  /** Hears again what other tabs do, and reads what they have done meanwhile. */
  async comeBack(): Promise<void> {
    const { store, entry } = this.#drafts;
    if (this.talk.isJoined || !store?.durable || !entry) return;
    const { device } = await this.#widget.services.delivery();
    this.join(device, entry.lookup);
    await this.#look();
  }

  /** Forgets what was said about other tabs: the draft is another one now. */
  reset(): void {
    this.#merges = 0;
    this.#sent = undefined;
    this.files = undefined;
    this.isApart = false;
    this.isMissing = false;
    this.news = undefined;
  }

  /** What is answered here is another answer than `id` from now on; `leftFiles`: files that it had stay with that. */
  parted(id: string, cause: Parting, leftFiles: boolean): void {
    const isSent = cause === 'sent-elsewhere';
    if (leftFiles) this.files = isSent ? 'files-gone' : 'files-apart';
    if (isSent) {
      this.#sent ??= id;
      return;
    }
    this.isApart = true;
    this.latest = cause;
    this.#partings += 1;
    this.#widget.tell(cause);
    this.#widget.requestUpdate();
  }

  /** Whether another tab has sent the draft that was shown here. */
  get haveSent(): boolean {
    return this.#sent !== undefined;
  }

  /** Whether this is what another tab has sent: what is added here belongs to another answer. */
  isSent(id: string): boolean {
    return this.#sent === id;
  }

  /** Whether answers given in another tab have come in here. */
  get haveWritten(): boolean {
    return this.#merges > 0;
  }

  /** A person deletes this draft in another tab, or in the list of what is kept. */
  get haveDeleted(): boolean {
    const { entry } = this.#drafts;
    return entry !== undefined && this.talk.isWithdrawn(entry.id);
  }

  /** Answers to questions that were answered in two tabs: the person has to choose. */
  get conflicts(): readonly Conflict[] {
    return this.#drafts.entry?.conflicts ?? [];
  }

  /** The person has chosen between the answer here and the one from another tab. */
  settle(conflict: Conflict, takeOther: boolean): void {
    if (takeOther && this.#widget.session) this.#widget.show(conflict.field, conflict.answer);
    this.#drafts.changed({ conflicts: this.conflicts.filter((other) => other !== conflict) });
    if (this.conflicts.length === 0) this.#widget.tell();
    this.#widget.requestUpdate();
  }

  /** Takes over what other tabs have made of this draft; answers whether that is to be read before it is sent. */
  async catchUp(): Promise<boolean> {
    const widget = this.#widget;
    const drafts = this.#drafts;
    if (widget.phase.name !== 'ready' || drafts.entry?.state !== 'draft') return false;
    try {
      if (await this.#adoptTwin()) return true;
      const before = this.#merges + this.#partings;
      const sighting = await drafts.keeper?.catchUp();
      // Begun anew meanwhile: what is shown now looks for itself.
      if (widget.submission?.drafts !== drafts) return false;
      const isOver = sighting !== undefined && (await this.#sighted(sighting));
      return isOver || this.#merges + this.#partings !== before;
    } catch {
      // The storage does not answer now: what it holds is merged at the next write.
      return false;
    }
  }

  /** What a look at the device has shown; answers whether the tag has begun anew for it. */
  async #sighted(sighting: Sighting): Promise<boolean> {
    const { entry } = this.#drafts;
    if (sighting === 'gone') return this.#miss();
    this.talk.caughtUp();
    if (sighting === 'other-version') this.#drafts.part(sighting);
    const sent = sighting === 'sent' ? entry?.id : undefined;
    // Refused, and put right in the tab that has sent it, it is a draft again.
    const isBack = sighting !== 'sent' && entry !== undefined && this.isSent(entry.id);
    if (sent || isBack) {
      this.#sent = sent;
      this.#widget.requestUpdate();
    }
    return false;
  }

  /**
   * The draft is not on the device any more. Where a person has deleted it in another tab, the tag begins anew: true.
   * Where the browser has, this page still holds it, and the person sees it: it is written again. Where either may be,
   * it is for the person to go on with it or not.
   */
  async #miss(): Promise<boolean> {
    const drafts = this.#drafts;
    if (this.haveDeleted) {
      await beginAnew(this.#widget, 'deleted-elsewhere');
      return true;
    }
    if (this.talk.mayHaveMissed) {
      this.isMissing = true;
      drafts.saveState = undefined;
      drafts.resumedFrom = undefined;
      this.#widget.requestUpdate();
      return false;
    }
    drafts.changed({});
    await drafts.keeper?.flush();
    return false;
  }

  /** Shows what is on the device beyond what this tab had written as `mine`. */
  takeOver(stored: Entry, mine: Entry): void {
    const { session } = this.#widget;
    const { entry } = this.#drafts;
    if (!session || !entry) return;
    const known = { id: stored.id, revision: stored.revision ?? 0 };
    if (stored.answers === mine.answers) {
      // As written from here. Many letters may have followed meanwhile, and a long form has many answers.
      this.#drafts.entry = { ...entry, ...known };
      return;
    }
    const here = { ...entry, answers: session.state.answers };
    const merged = mergeDrafts(mine, here, stored);
    this.#drafts.entry = { ...merged, ...known };
    this.isShowing = true;
    for (const id of new Set([...Object.keys(here.answers), ...Object.keys(merged.answers)])) {
      if (isSameValue(here.answers[id], merged.answers[id])) continue;
      this.#widget.show(id, merged.answers[id]);
      this.#merges += 1;
      this.latest = 'merged';
    }
    this.isShowing = false;
    const isMore = (merged.conflicts?.length ?? 0) > (here.conflicts?.length ?? 0);
    if (isMore) this.#widget.tell('conflict');
    this.#widget.requestUpdate();
  }

  /** Something happened to a draft or an answer of this tag. */
  async #look(): Promise<void> {
    const { phase } = this.#widget;
    const { store, entry, handedTo } = this.#drafts;
    if (phase.name === 'ready') return void (await this.catchUp());
    // In memory it is this tab's alone.
    if (handedTo !== undefined && handedTo !== store) return;
    if (!store || !entry || phase.name !== 'attention') return;
    const all = await store.all().catch(() => undefined);
    const now = all?.find(({ id }) => id === entry.id);
    // Deleted, or put right, somewhere else: what is said here is no longer so. What is sent tells by itself.
    if (!all || now?.state === 'attention' || this.#widget.phase !== phase) return;
    if (!now && this.haveDeleted) await beginAnew(this.#widget, 'deleted-elsewhere');
    else await this.#widget.restart();
  }

  /** Still blank here, begun in another tab: both go on in that draft. */
  async #adoptTwin(): Promise<boolean> {
    const { entry, keeper, saveState } = this.#drafts;
    const { definition } = this.#widget;
    if (!this.#drafts.isUntouched || saveState) return false;
    const twin = await keeper?.newest(entry!.lookup);
    // Nothing is answered there either: nobody is to be taken to another page for it.
    if (twin?.state !== 'draft' || twin.id === entry?.id || Object.keys(twin.answers).length === 0) return false;
    if (!this.#drafts.isUntouched) return false;
    if (definition && twin.formVersion <= definition.version) return this.#drafts.reopen(twin);
    // Begun under a newer version of the form: that one is shown, for nothing is carried over to an older.
    await this.#widget.restart();
    return true;
  }
}
