import type { Page } from '@cmto/contract';
import type { ApiClient } from '../../api/api-client.ts';
import type { FieldServices } from '../../fields/field-context.ts';
import type { FormSession } from '../../form/form-session.ts';
import { FormState } from '../../form/form-state.ts';
import { onLanguageChange } from '../../i18n/language-change.ts';
import { issueCatalog } from '../../locales/issue-catalog.ts';
import { problemCatalog } from '../../locales/problem-catalog.ts';
import { adoptStyles } from '../../styles/adopt-styles.ts';
import { laterStyles } from '../../styles/later.styles.ts';
import type { Drafts } from '../../submission/drafts.ts';
import type { ShownIssue } from '../../submission/refused.ts';
import { Submission } from '../../submission/submission.ts';
import type { Step, FormPhase } from '../model/phase.ts';
import type { FormController } from '../form-controller.ts';
import type { Companion, LateKind } from '../form-kind.ts';
import type { Outline } from '../views/tag-view.ts';
import { describeIn } from './answer-words.ts';
import { renderBack } from './back-view.ts';
import { ClearChoice } from './clear-choice.ts';
import { renderDeadline } from './deadline-view.ts';
import { renderDraftLine } from './draft-view.ts';
import { recheck, tell } from './errors.ts';
import { fieldServices } from './field-services.ts';
import { finishCatalog } from './finish-catalog.ts';
import { finishStyles } from './finish.styles.ts';
import { focusHeading } from './focus.ts';
import { bringKept, renderKept, renderKeptFirst } from './kept.ts';
import { renderLanguages } from './languages-view.ts';
import { renderMessage } from './message-view.ts';
import { renderNotice } from './notice-view.ts';
import type { Offer } from './offer-here.ts';
import { renderOffer } from './offer-view.ts';
import { renderOutcome } from './outcome-view.ts';
import { renderPrivacy } from './privacy-view.ts';
import { Preparation } from './preparation.ts';
import { RenderPace } from './render-pace.ts';
import { renderReview } from './review-view.ts';
import { goBack, goOn, goTo } from './steps.ts';
import { FormOfTag } from './form-of-tag.ts';
import { type ErrorSummary, renderSummary } from './summary-view.ts';
import { renderWaiting } from './waiting-view.ts';

/** A part of the survey's code could not be had, or the device did not do as asked; either way nothing has changed. */
export type Trouble = 'form.part-missing' | 'form.device-failed';

/**
 * What one survey needs after its first questions are shown: drafts, steps, checks, review, sending, receipt.
 * A chunk of its own, fetched right after the first paint.
 */
export class Finish {
  readonly survey: FormController;
  readonly late: LateKind;
  readonly submission: Submission;
  readonly drafts: Drafts;
  readonly pace: RenderPace;
  readonly clearing: ClearChoice;
  /** What has to be put right on the step shown now. */
  summary: ErrorSummary | undefined;
  /** The errors shown beside fields, by the field's path. */
  readonly issues = new Map<string, ShownIssue>();
  /** The page has had its first pause: what is slow to start, as a browser's date formats are, may start. */
  paused = false;
  /** Everything needed to finish is here: the network may go. */
  offlineReady = false;
  /** What a program has written where no person can. */
  trap = '';
  /** The session whose answers are being changed from the review, which is where the person goes back to. */
  changing: FormSession | undefined;
  /** The panel of what is kept on this device can be shown. */
  keptReady = false;
  /** What the person asked for and could not be done, as the key of its words. */
  trouble: Trouble | undefined;
  /** What is shown in the page, for the browser may not have done it. */
  offer: Offer | undefined;
  /** What this definition needs besides, once its code is here. */
  companion: Companion | undefined;
  readonly #preparation = new Preparation(this);
  #stopLanguage: (() => void) | undefined;

  constructor(survey: FormController, late: LateKind) {
    const { catalogs } = survey.kind;
    for (const catalog of [...late.catalogs, finishCatalog, issueCatalog, problemCatalog]) {
      if (!catalogs.includes(catalog)) catalogs.push(catalog);
    }
    this.survey = survey;
    this.late = late;
    this.submission = new Submission(new FormOfTag(this));
    this.drafts = this.submission.drafts;
    this.companion = late.companion?.(this);
    this.pace = new RenderPace(survey);
    this.clearing = new ClearChoice(survey);
    survey.language.describe = describeIn;
    adoptStyles(survey.host.renderRoot, laterStyles, finishStyles);
    this.takeOver();
    this.connected();
    void this.kept();
  }

  /** For the fields of the session shown now, which asks once. */
  get services(): FieldServices {
    return fieldServices(this);
  }

  connected(): void {
    this.#stopLanguage ??= onLanguageChange(() => void this.survey.language.load());
    this.submission.connected();
    this.pace.goOn();
  }

  disconnected(): void {
    this.#stopLanguage?.();
    this.#stopLanguage = undefined;
    this.pace.stop();
    this.submission.disconnected();
  }

  /** Gets ready for the rest: opens the device's store, fetches what completing the survey can need. */
  prepare(): Promise<void> {
    return this.#preparation.run();
  }

  /** Brings the panel of what is kept on this device. */
  kept(): Promise<void> {
    return bringKept(this);
  }

  /** Tells eyes and ears what could not be done. */
  tellTrouble(trouble: Trouble): void {
    this.trouble = trouble;
    this.survey.announce(this.survey.language.t(trouble));
  }

  /** From here on answers have effects: what was given before the rules came is judged now. */
  takeOver(): void {
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
    const { subject } = this.survey;
    await (subject ? this.survey.turnTo(subject) : this.survey.start(this.survey.services!));
    focusHeading(this.survey);
  }

  next(): Promise<void> {
    this.trouble = undefined;
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

  renderBack(): unknown {
    return renderBack(this);
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

  /** What a page that cannot show the questions can still say. */
  renderWaiting(): unknown {
    return renderWaiting(this);
  }
  /** What stands above a page's questions: news about the draft, and what has to be put right. */
  renderAbove(): unknown {
    return [renderKeptFirst(this), renderNotice(this), this.summary ? renderSummary(this, this.summary) : undefined];
  }
  renderBelow(): unknown {
    return [renderDraftLine(this), renderKept(this)];
  }
  /** The whole of a phase that is no page of questions. */
  renderPhase(phase: FormPhase, outline: Outline): unknown {
    if (phase.name === 'ready') return renderReview(this, outline);
    if (phase.name === 'choosing') return undefined;
    if (phase.name === 'elsewhere') return this.late.renderElsewhere?.(this);
    const shown = renderOutcome(this, phase, outline) ?? renderMessage(this, phase);
    return [renderKeptFirst(this), shown, renderOffer(this), renderKept(this)];
  }
}
