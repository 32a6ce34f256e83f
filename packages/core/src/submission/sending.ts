import type { Answers } from '@cmto/contract';
import { isSameValue } from '../drafts/same-value.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { queueEntry } from '../outbox/queue-entry.ts';
import { lostEntries } from '../platform/sentinel-counts.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { beginAnew } from './begin-anew.ts';
import type { Drafts } from './drafts.ts';
import { finalAnswers, finalIssues, namedFiles } from './final-answers.ts';
import type { FormWidget, SubmissionPhase } from './form-widget.ts';
import { createSubmission } from './create-submission.ts';

/** How an entry that has left the queue is shown; undefined for one that has not. */
const phaseOf = ({ receipt, state, problem }: Entry, { durable }: EntryStore): SubmissionPhase | undefined => {
  if (receipt) return { name: 'submitted', receipt };
  if (state !== 'attention') return undefined;
  return { name: 'attention', code: problem?.code ?? 'network.unexpected', durable };
};

/** How far the file is that is being sent with an answer: `offset` bytes of it are with the server. */
export interface FileProgress {
  readonly sha256: string;
  readonly offset: number;
}

/** The way of one tag's answer: checked, handed to the outbox, followed to its receipt or its refusal. */
export class Sending {
  readonly #widget: FormWidget;
  readonly #drafts: Drafts;
  readonly #isCurrent: () => boolean;
  /** The answer is being checked and handed over: another press on the button is not another answer. */
  #isSending = false;
  /** What sends the answer of this tag, once there is one to send. */
  outbox: Outbox | undefined;
  /** When the person last asked to send what still waits. */
  triedAt: number | undefined;
  /** Requests get through: what is said of a network that does not answer is not so, for now. */
  progress: FileProgress | undefined;

  /** `isCurrent`: the tag has not begun anew meanwhile, perhaps with another form. */
  constructor(widget: FormWidget, drafts: Drafts, isCurrent: () => boolean) {
    this.#widget = widget;
    this.#drafts = drafts;
    this.#isCurrent = isCurrent;
  }

  /** Checks everything once more, asks the page, and hands the answer to the outbox. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      if (!(await this.#hasNews())) await this.#send();
    } finally {
      this.#isSending = false;
    }
  }

  /** Tries once more because the person asks. */
  async again(): Promise<void> {
    const { entry } = this.#drafts;
    if (entry) await this.outbox?.attempt(entry.id, { insist: true });
    this.triedAt = this.#widget.services.platform.now();
  }

  /** Shows an answer that was found on its way, or refused. */
  resume(store: EntryStore, entry: Entry): void {
    const phase = phaseOf(entry, store);
    if (phase) return this.#widget.enter(phase);
    void this.#follow(store, entry, false);
  }

  /**
   * Brings in what was answered in other tabs. True when that has to be read before it is sent: answers that are new
   * here, or a question answered twice.
   */
  async #hasNews(): Promise<boolean> {
    const { others } = this.#drafts;
    // A question open when the button is pressed is looked at first, also if it is settled the next moment.
    const isNew = others.conflicts.length > 0 || (await others.catchUp()) || others.conflicts.length > 0;
    // Nobody is told of another form: the draft was deleted in another tab, and the tag has begun anew.
    if (isNew && this.#isCurrent()) this.#tellNews();
    return isNew;
  }

  #tellNews(): void {
    const { conflicts, latest } = this.#drafts.others;
    this.#widget.tell(conflicts.length > 0 ? 'conflict' : latest);
    this.#widget.focusHeading();
  }

  async #send(): Promise<void> {
    const widget = this.#widget;
    const { session, definition, phase } = widget;
    if (!session || !definition || phase.name !== 'ready') return;
    const { form } = definition;
    const answers = finalAnswers(form, session.state.answers);
    const issues = finalIssues(form, answers, namedFiles(answers, this.#drafts.entry?.attachments));
    if (issues.length > 0) return widget.showIssues(issues);
    if (!widget.mayGo()) return;
    const goBack = widget.submitting();
    try {
      await this.#handOver(answers, () => finalAnswers(form, session.state.answers), goBack);
    } catch {
      // The sender's own code could not be had: the answers stay on the page, as they were.
      goBack();
      widget.missPart();
    }
  }

  /** Queues `answers`, unless what the person answers `now` has become something else meanwhile. */
  async #handOver(answers: Answers, now: () => Answers, goBack: () => void): Promise<void> {
    const drafts = this.#drafts;
    if (!drafts.entry) await drafts.open();
    await drafts.flush();
    // Deleted in another tab: what is shown is about to begin anew.
    if (drafts.saveState?.status === 'gone') return goBack();
    if (drafts.others.conflicts.length > 0 || !isSameValue(now(), answers)) {
      // Writing it has brought in what another tab wrote: that is read, and checked, before it is sent.
      goBack();
      return this.#tellNews();
    }
    const entry = drafts.entry!;
    const submission = await createSubmission(this.#widget, entry, answers);
    const delivery = await this.#widget.services.delivery();
    const [store, queued] = await queueEntry(delivery, drafts.store!, entry, submission);
    if (queued.state === 'draft') {
      // Changed in another tab at this very moment. Where that shows nothing new, a person is told all the same.
      goBack();
      if (!(await this.#hasNews()) && this.#isCurrent()) this.#tellNews();
      return;
    }
    await this.#follow(store, queued, true);
  }

  /** Follows an entry on its way and shows where it is. `asked`: the person has just pressed "send". */
  async #follow(store: EntryStore, entry: Entry, asked: boolean): Promise<void> {
    const widget = this.#widget;
    const drafts = this.#drafts;
    const outbox = (await widget.services.delivery()).outbox(store);
    this.outbox = outbox;
    drafts.handedFiles = drafts.entry?.attachments ?? [];
    drafts.entry = entry;
    drafts.handedTo = store;
    if (asked) widget.requestUpdate();
    // It is tried at once: whether the network answers is known afterwards.
    else widget.submitting();
    // The page has heard of an answer that was found here when it was sent.
    let isTold = !asked;
    const arrive = (phase: SubmissionPhase): void => {
      widget.arrive(phase, asked);
      asked = false;
    };
    const wait = (): void => {
      this.progress = undefined;
      const phase = { name: 'queued', durable: store.durable } as const;
      if (widget.phase.name === 'queued') widget.requestUpdate();
      else if (isTold) widget.enter(phase);
      else arrive(phase);
      isTold = true;
    };
    let { attempts } = entry;
    const show = (now: Entry): void => {
      if (!this.#isCurrent()) return stop();
      drafts.entry = now;
      // Without one more attempt in vain it is on its way still: only a file of it has arrived.
      const isInVain = now.attempts !== attempts;
      ({ attempts } = now);
      if (now.state === 'queued') return isInVain ? wait() : widget.requestUpdate();
      stop();
      if (now.receipt && !store.durable) void drafts.forgetSent(now);
      const phase = phaseOf(now, store);
      if (phase) arrive(phase);
    };
    const lose = (isWithdrawn: boolean): void => {
      if (!this.#isCurrent()) return stop();
      const { submission } = entry;
      // Nobody tells a page that was put away what a person deletes; what the browser deletes is noted as lost.
      const isDeleted = isWithdrawn || (drafts.others.talk.mayHaveMissed && lostEntries() === 0);
      if (isDeleted || !submission) {
        stop();
        return void beginAnew(widget, 'deleted-elsewhere');
      }
      // The browser has deleted it, and this page still holds it. If that fails it is missed again at the next look.
      outbox.enqueue(entry, submission).then(
        () => outbox.flush(),
        () => undefined,
      );
    };
    const advance = (sha256: string, offset: number): void => {
      this.progress = { sha256, offset };
      widget.requestUpdate();
    };
    const stop = outbox.subscribe(entry.id, show, lose, advance);
    // Delivered or refused already, as another tab has sent it: there is nothing more to hear of.
    if (entry.state === 'delivered' || entry.state === 'attention') show(entry);
    await outbox.attempt(entry.id);
    // Not tried at all: the server has asked to wait, or the storage does not answer. Another tab may be sending it.
    const isTried = outbox.isElsewhere(entry.id) || widget.phase.name !== 'submitting';
    if (this.#isCurrent() && !isTried) wait();
  }
}
