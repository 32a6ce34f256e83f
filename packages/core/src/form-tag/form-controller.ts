import type { Field } from '@cmto/contract';
import { getDefinition } from '../api/served-definition.ts';
import type { PageServices } from '../context/page-services.ts';
import { adoptKindStyles, kindServices, loadKinds } from '../fields/registry.ts';
import { blankAnswers, type FormAnswers } from '../form/form-answers.ts';
import { FormSession } from '../form/form-session.ts';
import { mayHoldEntries } from '../platform/sentinel.ts';
import { loadMarkdown } from '../text/rich-text.ts';
import type { Finish } from './finish/finish.ts';
import { opening, type FormPhase } from './model/phase.ts';
import type { Definition, FormKind, Subject } from './form-kind.ts';
import { FormLanguage } from './form-language.ts';
import type { FormHost } from './form-settings.ts';
import { breathe, inTurn } from './turns.ts';

/** Fields rendered of a page at first. */
export const firstSlice = 12;
/** As many while other tags of the page wait: each of them shows its first questions before any shows more. */
const firstOfMany = 3;
/** Milliseconds before a survey whose server does not answer is asked for again: at first, then twice as many, at most. */
const firstRetry = 15_000;
const longestRetry = 900_000;

/**
 * Holds where one survey widget is. It brings the first questions to the page; what comes after the first answer
 * (drafts, steps, checks, sending) is the code of `finish/`, which it fetches as soon as the questions are shown.
 */
export class FormController {
  readonly host: FormHost;
  readonly kind: FormKind;
  readonly language: FormLanguage;
  /** Fields rendered of a page so far: at first, more than a first screen of any device shows. */
  rendered = firstSlice;
  phase: FormPhase = { name: 'idle' };
  services: PageServices | undefined;
  /** API base of this tag. */
  base: string | undefined;
  survey: Definition | undefined;
  /** What the person answers to, where that is theirs to choose. */
  subject: Subject | undefined;
  session: FormSession | undefined;
  finish: Finish | undefined;
  announcement = '';
  #loading: AbortController | undefined;
  #stopRetry: (() => void) | undefined;
  #ahead = 0;
  #failures = 0;

  constructor(host: FormHost, kind: FormKind) {
    this.host = host;
    this.kind = kind;
    this.language = new FormLanguage(host, kind.catalogs, () => this.#translate());
  }

  connected(): void {
    // Moved to another place of the page: only what was interrupted starts again.
    if (this.services && (this.phase.name === 'loading' || this.phase.name === 'unavailable'))
      void this.start(this.services);
    this.finish?.connected();
  }

  disconnected(): void {
    this.#loading?.abort();
    this.#stopRetry?.();
    this.finish?.disconnected();
  }

  /** Loads the survey named by the tag's attributes; called again when one of them changes. */
  async start(services: PageServices): Promise<void> {
    this.services = services;
    this.base = services.base(this.host.api);
    await this.#begin((signal) => this.#load(services, signal));
  }

  /** Asks about something else, or about nothing until the person has chosen; the definition is here already. */
  async turnTo(subject: Subject | undefined): Promise<void> {
    this.subject = subject;
    await this.#begin((signal) => this.#open(signal, mayHoldEntries()));
  }

  async #begin(load: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#loading?.abort();
    this.#stopRetry?.();
    this.finish?.disconnected();
    this.finish = undefined;
    this.session = undefined;
    const loading = new AbortController();
    this.#loading = loading;
    this.enter({ name: 'loading' });
    const services = this.services!;
    try {
      await load(loading.signal);
    } catch (error) {
      if (loading.signal.aborted) return;
      const { missing } = this.kind.definitions;
      if ((error as { code?: unknown }).code === missing) return this.#explain({ name: 'not-found' });
      this.enter({ name: 'unavailable' });
      // Only for its looks, and if it can be had: the page's server may answer while the service does not.
      void this.loadFinish(true).then((finish) => {
        // Begun anew meanwhile, it is the code of what is shown now, and that must not begin anew with the network.
        if (!loading.signal.aborted) void finish?.submission.deliverWaiting();
      });
      const wait = Math.min(firstRetry * 2 ** this.#failures, longestRetry);
      this.#failures += 1;
      this.#stopRetry = services.platform.setTimer(() => void this.start(services), wait);
    }
  }

  /** The person goes on: to the next page, the review, or off with the answer. */
  async next(): Promise<void> {
    await (await this.loadFinish())?.next();
  }

  /** The code of everything after the first answer; tells the person when it cannot be had. */
  async loadFinish(silent = false): Promise<Finish | undefined> {
    if (this.finish) return this.finish;
    try {
      const { Finish, late } = await this.kind.later();
      // Asked for twice meanwhile, there is still one.
      this.finish ??= new Finish(this, late);
      await this.language.load();
      this.host.requestUpdate();
      return this.finish;
    } catch {
      if (!silent) this.announce(this.language.t('form.part-missing'));
      return undefined;
    }
  }

  /** Shows the questions, from the start or from the page where a draft had come to. */
  begin(answers: FormAnswers, seed: string, formPage?: string): void {
    this.#createSession(answers, seed);
    const { pages } = answers;
    const page = pages.find(({ id }) => id === formPage) ?? pages[0]!;
    this.enter({ name: 'ready', step: { kind: 'page', page } });
  }

  /** A new session, not yet shown. */
  #createSession(answers: FormAnswers, seed: string): FormSession {
    const survey = this.survey!;
    this.session = new FormSession(answers, {
      seed,
      services: () => this.finish?.services ?? kindServices(async () => (await this.loadFinish())?.services),
      t: this.language.t,
      text: (state) => this.language.text(survey, state),
      announce: (message) => this.announce(message),
      onAnswer: (change) => {
        this.finish?.answered(change.path);
        if (change.pages) this.host.requestUpdate();
      },
    });
    return this.session;
  }

  /** Tells the page, once the first questions are there. */
  ready(): void {
    void this.host.updateComplete.then(() => this.host.dispatchEvent(this.kind.readyEvent(this.detail)));
  }

  /** Milliseconds since 1970 by the server's clock: the device's may be wrong by years. */
  now(): number {
    return this.services!.platform.now() + this.#ahead;
  }

  /** What events may tell. */
  get detail(): { slug: string; version: number } {
    return { slug: this.survey?.slug ?? '', version: this.survey?.version ?? 0 };
  }

  enter(phase: FormPhase): void {
    this.phase = phase;
    this.host.requestUpdate();
  }

  announce(message: string): void {
    this.announcement = message;
    this.host.requestUpdate();
  }

  /** Brings the code of these fields' kinds, and their styles. Rejects when a chunk cannot be had. */
  async loadKinds(fields: readonly Field[]): Promise<void> {
    await loadKinds(
      fields.flatMap((field) => (field.type === 'group' ? [field, ...field.fields] : [field])).map(({ type }) => type),
    );
    adoptKindStyles(this.host.renderRoot);
  }

  async #load(services: PageServices, signal: AbortSignal): Promise<void> {
    if (!this.host.slug) return this.#explain({ name: 'no-slug' });
    if (!this.base) return this.#explain({ name: 'no-api' });
    const asked = Promise.all([
      getDefinition(services, this.base, this.kind.definitions, this.host.slug, signal),
      this.language.load(),
    ]);
    // Read while the network is waited for.
    const mayHold = mayHoldEntries();
    const [{ definition: survey, ahead }] = await asked;
    if (signal.aborted) return;
    this.survey = survey;
    this.#ahead = ahead;
    this.#failures = 0;
    await this.#open(signal, mayHold);
  }

  /** Shows what this device holds for the definition, else its questions from the start, else why there are none. */
  async #open(signal: AbortSignal, mayHold: boolean): Promise<void> {
    const services = this.services!;
    const survey = this.survey!;
    const reason = await this.kind.refuses?.(this);
    if (reason && !signal.aborted) return this.#explain({ name: reason });
    // A first visit does not wait for the database, nor for the code that reads it.
    const finish = mayHold && !this.host.sharedDevice ? await this.loadFinish() : undefined;
    // Begun anew meanwhile: what is found is shown once, or its arrival would be told twice.
    if (signal.aborted) return;
    if (await finish?.submission.resume()) return this.#prepare(services);
    if (signal.aborted) return;
    const when = opening(survey, this.now());
    if (when !== 'open') return this.#explain({ name: when });
    const first = survey.form.pages[0]!;
    await Promise.all([
      this.loadKinds(first.fields),
      loadMarkdown([survey.intro, first.intro, ...first.fields.map(longerText)]),
    ]);
    const { platform } = services;
    await inTurn(platform, async () => {
      if (signal.aborted) return;
      const answers = blankAnswers(survey.form);
      const page = answers.pages[0]!;
      const session = this.#createSession(answers, platform.uuid());
      let isAwaited = false;
      for (let count = 1; count <= (isAwaited ? firstOfMany : firstSlice); count += 1) {
        this.rendered = count;
        session.container(page, count);
        isAwaited = await breathe(platform);
        if (signal.aborted) return;
      }
      this.enter({ name: 'ready', step: { kind: 'page', page } });
      this.ready();
      this.#prepare(services);
      await this.host.updateComplete;
    });
    await inTurn(platform, () => {
      this.rendered = Math.max(this.rendered, firstSlice);
      this.host.requestUpdate();
      return this.host.updateComplete;
    });
  }

  #prepare(services: PageServices): void {
    const prepare = async (): Promise<void> => {
      // Before its turn: while one widget waits for the network, the others go on.
      await this.kind.later().catch(() => undefined);
      await inTurn(services.platform, async () => {
        await this.loadFinish();
        await breathe(services.platform);
        await this.host.updateComplete;
      });
      await this.finish?.prepare();
    };
    services.platform.afterPaint(() => void prepare());
  }

  /** Shows why there are no questions here. The words come with the code of the later phases. */
  async #explain(phase: FormPhase): Promise<void> {
    await this.loadFinish();
    this.enter(phase);
  }

  #translate(): void {
    this.session?.translate(this.language.t);
    this.finish?.translated();
    this.host.requestUpdate();
  }
}

const longerText = (field: Field): unknown => (field.type === 'note' ? field.text : field.help);
