import { putRight } from '../outbox/put-right.ts';
import type { Entry } from '../storage/entry.ts';
import { beginAnew } from './begin-anew.ts';
import { Drafts } from './drafts.ts';
import type { FormWidget } from './form-widget.ts';
import { refusedIssues } from './refused.ts';
import { Sending } from './sending.ts';

/**
 * What one tag submits, from the first letter to the receipt: found again, kept up to date, sent, followed, put right.
 * A tag that begins anew has another one. Whatever form it is, `widget` shows what happens.
 */
export class Submission {
  readonly #widget: FormWidget;
  readonly drafts: Drafts;
  readonly sending: Sending;
  readonly #stopFollowing: (() => void)[] = [];

  constructor(widget: FormWidget) {
    this.#widget = widget;
    this.drafts = new Drafts(widget);
    this.sending = new Sending(widget, this.drafts, () => widget.submission === this);
  }

  /** The tag is on the page, for the first time or again. */
  connected(): void {
    if (this.drafts.entry) void this.#followPage();
    void this.drafts.comeBack();
  }

  disconnected(): void {
    this.#stopFollowing.splice(0).forEach((stop) => stop());
    this.drafts.leave();
    void this.drafts.flush();
  }

  /** Looks for what this device holds for the tag and goes on from there; false when there is nothing. */
  async resume(): Promise<boolean> {
    const entry = await this.drafts.find();
    // The tag has begun anew meanwhile, and finds it itself.
    if (this.#widget.submission !== this) return true;
    if (!entry) return false;
    if (entry.state === 'draft') return this.drafts.reopen(entry);
    this.sending.resume(this.drafts.store!, entry);
    return true;
  }

  /** Opens the device's store for what is answered, and follows the page. Rejects when their code cannot be had. */
  async open(): Promise<void> {
    await this.drafts.open();
    this.#widget.requestUpdate();
    await this.#followPage();
  }

  /** Without a definition, too: what was sent before goes on its way, and the person is told where it is. */
  async deliverWaiting(): Promise<void> {
    try {
      const { device, outbox } = await this.#widget.services.delivery();
      // Loaded meanwhile, or off the page: nobody would stop listening, and what is shown must not begin anew.
      if (this.#widget.submission !== this || !this.#widget.isConnected) return;
      // The network may be back long before the next attempt is due.
      this.#stopFollowing.push(device.onReachable(() => void this.#widget.restart()));
      const entry = await this.drafts.find();
      this.#widget.requestUpdate();
      if (entry?.state !== 'queued') return;
      const sender = outbox(this.drafts.store!);
      this.#stopFollowing.push(sender.subscribe(entry.id, (now) => this.#sent(now)));
      await sender.attempt(entry.id);
    } catch {
      // It stays where it is; the tag begins anew by itself, and this page says already that nothing can be had.
    }
  }

  #sent(entry: Entry): void {
    const { drafts } = this;
    if (entry.receipt) drafts.delivered = entry;
    drafts.entry = entry.receipt ? undefined : entry;
    if (entry.state !== 'queued') this.#widget.tell(entry.receipt ? 'submitted' : 'attention');
    this.#widget.requestUpdate();
  }

  /**
   * Deletes what is shown, for a person; false where another tab has sent it meanwhile: then the tag begins anew, and
   * says so. Rejects when the storage does.
   */
  async discard(): Promise<boolean> {
    const sent = await this.drafts.discard();
    if (sent) await beginAnew(this.#widget, sent.state === 'delivered' ? 'sent-not-deleted' : 'queued-not-deleted');
    return !sent;
  }

  /**
   * Makes the refused answer a draft again, under its id or, where that is spent, under a new one, and shows it with
   * what the service has found wrong; or what another tab has made of it. Rejects when the storage does.
   */
  async putRight(newId?: string): Promise<void> {
    const { entry, store } = this.drafts;
    const { handedTo = store } = this.drafts;
    if (!entry || !store || !handedTo) return;
    const draft = await putRight(handedTo, entry.id, newId);
    if (handedTo !== store) {
      // The device has refused it, and would find what it last took: it goes on from here, also at a second attempt.
      const now = draft ?? (await handedTo.update(entry.id, () => undefined));
      if (now?.state === 'draft' && (await this.drafts.reopen(now))) this.#showRefused(entry);
      return;
    }
    // Tabs that show the refusal say what is no longer so.
    this.drafts.others.talk.tell(entry.lookup);
    await this.#widget.restart();
    const next = await this.#widget.restarted();
    // What is kept in memory only is found again by now.
    await next?.drafts.open();
    // Unless the device answers again: then nobody looks into memory any more.
    if (draft && next && !store.durable && next.drafts.entry?.id !== draft.id) await next.drafts.reopen(draft);
    if (draft && next) next.#showRefused(entry);
  }

  #showRefused({ problem, submission }: Entry): void {
    const { session, language, phase } = this.#widget;
    if (!session || phase.name !== 'ready') return;
    const errors = problem?.errors ?? [];
    const issues = refusedIssues(session.state, language.t, errors, submission?.attachments ?? []);
    if (issues.length > 0) this.#widget.showIssues(issues);
  }

  /** Writes what is typed at once when the page may go away, and looks what happened meanwhile when it is back. */
  async #followPage(): Promise<void> {
    const { device } = await this.#widget.services.delivery();
    if (!this.#widget.isConnected || this.#stopFollowing.length > 0) return;
    this.#stopFollowing.push(
      device.onLeaving(() => void this.drafts.flush()),
      device.onReachable(() => void this.drafts.others.catchUp()),
    );
  }
}
