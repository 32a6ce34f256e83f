import { FormState } from '../../../src/form/form-state.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { Entry } from '../../../src/storage/entry.ts';
import { lookupOf } from '../../../src/submission/draft-entry.ts';
import type { SubmissionPhase } from '../../../src/submission/form-widget.ts';
import { Submission } from '../../../src/submission/submission.ts';
import { Form } from './form.ts';
import { wordsIn, wordsOf } from './ledger.ts';
import { Page } from './page.ts';
import { createTabDelivery } from './tab-delivery.ts';
import type { World } from './world.ts';

/** What the person sees of the tab. */
export type Phase = 'opening' | 'writing' | 'sending' | 'attention' | 'sent' | 'broken';

const phases: Readonly<Record<string, Phase>> = {
  loading: 'opening',
  ready: 'writing',
  submitting: 'sending',
  queued: 'sending',
  attention: 'attention',
  submitted: 'sent',
  unavailable: 'broken',
};

/** Milliseconds after which a tab that could not begin tries again. */
const retry = 15_000;

/** A tab with a form in it: the kit's own submission, in a widget that shows nothing, and a person who uses it. */
export class Tab {
  readonly name: string;
  readonly page: Page;
  submission: Submission | undefined;
  readonly #world: World;
  readonly #form: Form;
  readonly #delivery: Delivery;
  /** What the device was given to keep last. */
  #written = '';

  constructor(world: World, name: string, survey: string) {
    this.#world = world;
    this.name = name;
    this.page = new Page(world, name);
    this.#delivery = createTabDelivery(world, name, this.page, ({ answers }) => (this.#written = wordsOf(answers)));
    const listener = {
      submission: () => this.submission,
      restart: () => this.open(),
      saved: () => void world.ledger.saved.set(name, this.#written),
      arrived: (phase: SubmissionPhase) => this.#arrived(phase),
    };
    this.#form = new Form(survey, this.page, this.#delivery, listener);
  }

  get phase(): Phase {
    return phases[this.#form.phase.name]!;
  }
  get words(): string {
    return (this.#form.session?.state.raw('words') ?? '') as string;
  }
  /** The draft, or what became of it; undefined before one is begun. */
  get entry(): Entry | undefined {
    return this.submission?.drafts.entry;
  }
  /** Under which its drafts are found. */
  get lookup(): string {
    return lookupOf(this.#form);
  }

  /** Goes on with what the device holds, or begins; again when what is shown is no longer so. */
  async open(): Promise<void> {
    this.submission?.disconnected();
    const submission = new Submission(this.#form);
    this.submission = submission;
    this.#form.clear();
    submission.connected();
    try {
      const isFound = await submission.resume();
      if (this.submission !== submission) return;
      if (!isFound) this.#form.begin(new FormState(this.#form.definition.form), this.page.uuid());
    } catch {
      if (this.submission !== submission) return;
      this.#form.phase = { name: 'unavailable' };
      this.page.setTimer(() => this.#world.begin(this.open()), retry);
      return;
    }
    await this.#prepare(submission);
  }

  async #prepare(submission: Submission): Promise<void> {
    // What cannot be had now is asked for at the next answer.
    await submission.open().catch(() => undefined);
    // Whatever is shown on the page: what waits on the device goes out.
    if (submission.drafts.store) await this.#delivery.outbox(submission.drafts.store).flush();
  }

  /** Writes other words in the place of those that the person sees. */
  write(words: string): void {
    this.#world.ledger.given.add(this.words);
    this.#form.show('words', words);
    if (!this.entry) this.#world.begin(this.#prepare(this.submission!));
  }

  /** The page may go away: what was typed is written without anybody waiting for it. */
  hide(): void {
    void this.submission!.drafts.flush();
  }

  /** Chooses between the words here and those of another tab. */
  settle(takeOther: boolean): void {
    const { others } = this.submission!.drafts;
    const [conflict] = others.conflicts;
    if (!conflict) return;
    this.#world.ledger.given.add(takeOther ? this.words : (conflict.answer as string));
    others.settle(conflict, takeOther);
  }

  send(): Promise<void> {
    return this.submission!.sending.send();
  }

  sendNow(): Promise<void> {
    return this.submission!.sending.again();
  }

  /** Makes the refused answer a draft again, under its key or, as the person asks, under a new one. */
  async putRight(asNew: boolean): Promise<void> {
    const { ledger } = this.#world;
    const newId = asNew ? this.page.uuid() : undefined;
    if (newId) {
      ledger.renewed.add(newId);
      ledger.replaced.add(this.entry!.id);
    }
    // Where the storage fails nothing happens, and the person can press again.
    await this.submission!.putRight(newId).catch(() => undefined);
  }

  /** Deletes what this tab shows, as a person who has been asked twice. */
  async remove(): Promise<void> {
    const { entry, phase } = this;
    if (!entry) return;
    const { ledger } = this.#world;
    ledger.deleted.add(entry.id);
    for (const words of [...wordsIn(entry), this.words, this.#written]) ledger.given.add(words);
    try {
      if (!(await this.submission!.discard())) return;
    } catch {
      return;
    }
    // What was refused may be refused again: the form is asked for anew.
    if (phase === 'attention') await this.open();
  }

  #arrived(phase: SubmissionPhase): void {
    if (phase.name !== 'submitted') return;
    const { id } = phase.receipt;
    this.#world.ledger.acknowledged.set(id, wordsOf(this.#world.service.kept.get(id)?.answers));
  }
}
