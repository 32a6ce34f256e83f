import type { Page } from '@cmto/contract';
import { html } from 'lit-html';
import type { ApiClient } from '@cmto/core/api/api-client';
import { getMunicipalities } from '@cmto/core/api/municipalities';
import type { FieldServices } from '@cmto/core/fields/field-context';
import type { FormSession } from '@cmto/core/form/form-session';
import { FormState } from '@cmto/core/form/form-state';
import { onLanguageChange } from '@cmto/core/i18n/language-change';
import { issueCatalog } from '@cmto/core/locales/issue-catalog';
import { problemCatalog } from '@cmto/core/locales/problem-catalog';
import type { Outbox } from '@cmto/core/outbox/outbox';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import { describeIn } from '../answer-words.ts';
import type { Step, SurveyPhase } from '../model/phase.ts';
import type { SurveyController } from '../survey-controller.ts';
import { catalogs } from '../survey-words.ts';
import type { Outline } from '../views/survey-view.ts';
import { ClearChoice } from './clear-choice.ts';
import { renderDeadline } from './deadline-view.ts';
import { renderDraftLine } from './draft-view.ts';
import { Drafts } from './drafts.ts';
import { recheck, tell } from './errors.ts';
import { finishCatalog } from './finish-catalog.ts';
import { finishStyles } from './finish.styles.ts';
import { focusHeading } from './focus.ts';
import type { ShownIssue } from './issue-words.ts';
import { bringKept, renderKept } from './kept.ts';
import { renderLanguages } from './languages-view.ts';
import { renderMessage } from './message-view.ts';
import { renderNotice } from './notice-view.ts';
import { renderOutcome } from './outcome-view.ts';
import { renderPrivacy } from './privacy-view.ts';
import { prefetch } from './prefetch.ts';
import { RenderPace } from './render-pace.ts';
import { renderReview } from './review-view.ts';
import { follow } from './send.ts';
import { goBack, goOn, goTo } from './steps.ts';
import { type ErrorSummary, renderSummary } from './summary-view.ts';
import { unreachableWords } from './unreachable.ts';

/**
 * What one survey needs after its first questions are shown: drafts, steps, checks, review, sending, receipt.
 * A chunk of its own, fetched right after the first paint.
 */
export class Finish {
  readonly survey: SurveyController;
  readonly drafts: Drafts;
  readonly pace: RenderPace;
  readonly clearing: ClearChoice;
  readonly services: FieldServices;
  /** What has to be put right on the step shown now. */
  summary: ErrorSummary | undefined;
  /** The errors shown beside fields, by the field's path. */
  readonly issues = new Map<string, ShownIssue>();
  /** The page has had its first pause: what is slow to start, as a browser's date formats are, may start. */
  paused = false;
  /** Everything needed to finish is here: the network may go. */
  offlineReady = false;
  /** What sends the answer of this tag, once there is one to send. */
  outbox: Outbox | undefined;
  /** When the person last asked to send what still waits. */
  triedAt: number | undefined;
  /** What a program has written where no person can. */
  trap = '';
  /** The session whose answers are being changed from the review, which is where the person goes back to. */
  changing: FormSession | undefined;
  /** The answer is being checked and handed over: another press on the button is not another answer. */
  sending = false;
  /** The panel of what is kept on this device can be shown. */
  keptReady = false;
  /** A part of the survey could not be had when the person asked for it. */
  partMissing = false;
  #preparing: { readonly subject: unknown; readonly ended: Promise<void> } | undefined;
  readonly #stopFollowing: (() => void)[] = [];
  #stopLanguage: (() => void) | undefined;

  constructor(survey: SurveyController) {
    for (const catalog of [finishCatalog, issueCatalog, problemCatalog]) {
      if (!catalogs.includes(catalog)) catalogs.push(catalog);
    }
    this.survey = survey;
    this.drafts = new Drafts(survey);
    this.pace = new RenderPace(survey);
    this.clearing = new ClearChoice(survey);
    this.services = {
      municipalities: async () => getMunicipalities(await this.client()),
      attachment: (sha256) => this.drafts.attachment(sha256),
      position: async () => (await survey.services!.platform.device()).position(),
      storeFile: (...file) => this.drafts.files.store(...file),
      hold: (work) => this.drafts.files.hold(work),
      dropFile: (...file) => this.drafts.files.drop(...file),
      upload: (sha256) => this.drafts.files.upload(sha256),
      watchUploads: (...listener) => this.drafts.files.watch(...listener),
      retryUploads: () => this.drafts.files.retry(),
    };
    survey.language.describe = describeIn;
    adoptStyles(survey.host.renderRoot, laterStyles, finishStyles);
    this.#takeOver();
    this.connected();
    void this.kept();
  }

  connected(): void {
    this.#stopLanguage ??= onLanguageChange(() => void this.survey.language.load());
    if (this.drafts.entry) void this.#followPage();
    void this.drafts.comeBack();
    this.pace.goOn();
  }

  disconnected(): void {
    this.#stopLanguage?.();
    this.#stopLanguage = undefined;
    this.#stopFollowing.splice(0).forEach((stop) => stop());
    this.pace.stop();
    this.drafts.leave();
    void this.drafts.flush();
  }

  /** Looks for what this device holds of the survey and goes on from there; false when there is nothing. */
  async resume(): Promise<boolean> {
    const entry = await this.drafts.find();
    // The tag has begun anew meanwhile, and finds it itself.
    if (this.survey.finish !== this) return true;
    if (!entry) return false;
    if (entry.state === 'draft') return this.drafts.reopen(entry);
    if (entry.state === 'attention') {
      this.survey.enter({
        name: 'attention',
        code: entry.problem?.code ?? 'network.unexpected',
        durable: this.drafts.store!.durable,
      });
    } else {
      this.survey.enter({ name: 'queued', durable: true });
      void follow(this, this.drafts.store!, entry, false);
    }
    return true;
  }

  /** Gets ready for the rest: opens the device's store, fetches what completing the survey can need. */
  prepare(): Promise<void> {
    const { session, survey } = this.survey;
    const subject = session ?? survey;
    if (!this.#preparing || this.#preparing.subject !== subject) {
      const ended = this.#getReady().finally(() => {
        if (this.#preparing?.subject === subject) this.#preparing = undefined;
      });
      this.#preparing = { subject, ended };
    }
    return this.#preparing.ended;
  }

  async #getReady(): Promise<void> {
    this.#takeOver();
    this.pace.goOn();
    try {
      await this.drafts.open();
      this.survey.host.requestUpdate();
      await this.#followPage();
      const { device } = await this.survey.services!.delivery();
      await new Promise<void>((resolve) => device.whenIdle(resolve));
      this.paused = true;
      this.survey.host.requestUpdate();
      await prefetch(this);
    } catch {
      // What keeps drafts could not be had: it is asked for again at the next answer, and when the person goes on.
    }
  }

  /** Writes what is typed at once when the page may go away, and looks what happened meanwhile when it is back. */
  async #followPage(): Promise<void> {
    const { device } = await this.survey.services!.delivery();
    if (!this.survey.host.isConnected || this.#stopFollowing.length > 0) return;
    this.#stopFollowing.push(
      device.onLeaving(() => void this.drafts.flush()),
      device.onReachable(() => void this.drafts.others.catchUp()),
    );
  }

  /** Brings the panel of what is kept on this device. */
  kept(): Promise<void> {
    return bringKept(this);
  }

  /** Tells eyes and ears that a part of the survey could not be had. */
  missPart(): void {
    this.partMissing = true;
    this.survey.announce(this.survey.language.t('survey.part-missing'));
  }

  /** From here on answers have effects: what was given before the rules came is judged now. */
  #takeOver(): void {
    const { session } = this.survey;
    if (!session || session.state instanceof FormState) return;
    session.follow(new FormState(session.state.form, session.state.answers));
    this.survey.host.requestUpdate();
  }

  /** Reads the trap while its form is on the page: the review has none. */
  noteTrap(): void {
    this.trap = this.survey.host.renderRoot.querySelector<HTMLInputElement>('.trap input')?.value ?? this.trap;
  }

  /** An answer was given or changed. */
  answered(path: string): void {
    if (!this.drafts.entry) void this.prepare();
    this.drafts.changed({});
    this.clearing.answered(path);
    recheck(this, path);
  }

  /** What is shown has been rendered. */
  updated(): void {
    if (this.survey.host.isConnected) this.clearing.updated();
  }

  /** Another language is spoken from now on. */
  translated(): void {
    if (this.issues.size > 0) tell(this);
  }

  /** Another answer from here: another person's, or another wave's. */
  async startAnew(): Promise<void> {
    await this.survey.start(this.survey.services!);
    focusHeading(this.survey);
  }

  /** Without a definition, too: what was sent before goes on its way, and the person is told that it is safe. */
  async deliverWaiting(): Promise<void> {
    const services = this.survey.services!;
    const { device, outbox } = await services.delivery();
    // The network may be back long before the next attempt is due.
    this.#stopFollowing.push(device.onReachable(() => void this.survey.start(services)));
    const entry = await this.drafts.find();
    this.survey.host.requestUpdate();
    if (entry?.state === 'queued') await outbox(this.drafts.store!).flush();
  }

  next(): Promise<void> {
    this.partMissing = false;
    // What could not be had before may be had now.
    if (!this.offlineReady) void this.prepare();
    return goOn(this);
  }
  back(): void {
    goBack(this);
  }
  /** Goes from the review to one page, to change something there. */
  change(page: Page): void {
    this.changing = this.survey.session;
    goTo(this, { kind: 'page', page });
  }
  goTo(step: Step): void {
    goTo(this, step);
  }

  renderLanguages(): unknown {
    return renderLanguages(this);
  }
  renderDeadline(closesAt: string): unknown {
    return this.paused ? renderDeadline(this, closesAt) : undefined;
  }
  renderPrivacy(): unknown {
    return renderPrivacy(this);
  }
  /** The page's client of this tag's API base. */
  async client(): Promise<ApiClient> {
    return (await this.survey.services!.delivery()).client(this.survey.base!);
  }

  /** A draft begun on this page or before is on the device, as far as is known. */
  get #isDraftSafe(): boolean {
    return this.drafts.store?.durable ?? !this.survey.host.sharedDevice;
  }

  /** What a page that cannot show the questions can still say. */
  renderWaiting(): unknown {
    const { t } = this.survey.language;
    return [
      html`<p>${t('survey.unavailable-help')} ${this.#isDraftSafe ? t('survey.unavailable-draft') : undefined}</p>`,
      this.drafts.entry?.state === 'queued' ? html`<p>${t('survey.waiting')}</p>` : undefined,
      html`<p class="help">${unreachableWords(this.survey)}</p>`,
      renderKept(this),
    ];
  }
  /** What stands above a page's questions: news about the draft, and what has to be put right. */
  renderAbove(): unknown {
    return [renderNotice(this), this.summary ? renderSummary(this, this.summary) : undefined];
  }
  renderBelow(): unknown {
    return [renderDraftLine(this), renderKept(this)];
  }
  /** The whole of a phase that is no page of questions. */
  renderPhase(phase: SurveyPhase, outline: Outline): unknown {
    if (phase.name === 'ready') return renderReview(this, outline);
    return [renderOutcome(this, phase, outline) ?? renderMessage(this, phase), renderKept(this)];
  }
}
