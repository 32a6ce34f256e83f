import type { AnswerValue, Field } from '@cmto/contract';
import { getSurvey } from '@cmto/core/api/surveys';
import type { SaveState } from '@cmto/core/drafts/draft-keeper';
import type { FormAnswers } from '@cmto/core/form/form-answers';
import { showAnswer } from '@cmto/core/form/show-answer';
import type { FormDefinition, FormWidget, SubmissionPhase } from '@cmto/core/submission/form-widget';
import type { ShownIssue } from '@cmto/core/submission/refused';
import { opening } from '../model/phase.ts';
import { answerLanguage } from './answer-words.ts';
import { showFirst } from './errors.ts';
import type { Finish } from './finish.ts';
import { SurveySubmitRequestEvent } from './finish-events.ts';
import { focusHeading } from './focus.ts';
import { showArrived } from './outcome.ts';

/** A survey, as its submission sees it. */
export class SurveyForm implements FormWidget {
  readonly kind = 'survey';
  readonly #finish: Finish;

  constructor(finish: Finish) {
    this.#finish = finish;
  }

  get #survey() {
    return this.#finish.survey;
  }
  get services() {
    return this.#survey.services!;
  }
  get base() {
    return this.#survey.base!;
  }
  get slug() {
    return this.#survey.host.slug!;
  }
  get instance() {
    return this.#survey.host.instance;
  }
  get sharedDevice() {
    return this.#survey.host.sharedDevice;
  }
  get isConnected() {
    return this.#survey.host.isConnected;
  }
  get definition() {
    return this.#survey.survey;
  }
  get session() {
    return this.#survey.session;
  }
  get phase() {
    return this.#survey.phase;
  }
  get language() {
    return answerLanguage(this.#survey.language);
  }
  get isOpen() {
    return opening(this.#survey.survey!, this.now()) === 'open';
  }
  get submission() {
    return this.#survey.finish?.submission;
  }
  get trap() {
    return this.#finish.trap;
  }

  path(slug: string): string {
    return `/surveys/${slug}/responses`;
  }
  now(): number {
    return this.#survey.now();
  }
  text(definition: FormDefinition) {
    return this.#survey.language.text(definition);
  }
  async version(version: number): Promise<FormDefinition> {
    return getSurvey(await this.#finish.client(), this.definition!.slug, { version });
  }

  loadKinds(fields: readonly Field[]): Promise<void> {
    return this.#survey.loadKinds(fields);
  }
  begin(answers: FormAnswers, seed: string, formPage?: string): void {
    this.#survey.begin(answers, seed, formPage);
  }
  ready(): void {
    this.#survey.ready();
  }
  restart(): Promise<void> {
    return this.#survey.start(this.services);
  }
  async restarted() {
    return (await this.#survey.loadFinish())?.submission;
  }

  requestUpdate(): void {
    this.#survey.host.requestUpdate();
  }
  show(id: string, value: AnswerValue | undefined): void {
    showAnswer(this.#survey.session!, id, value);
  }
  saved({ status }: SaveState): void {
    if (status === 'saved') void this.#survey.finish?.kept();
    this.requestUpdate();
  }
  tell(news?: 'conflict' | 'merged'): void {
    this.#survey.announce(news ? this.#survey.language.t(`survey.${news}`) : '');
  }
  focusHeading(): void {
    focusHeading(this.#survey);
  }
  showIssues(issues: readonly ShownIssue[]): void {
    showFirst(this.#finish, issues);
  }

  mayGo(): boolean {
    if (!this.#survey.host.dispatchEvent(new SurveySubmitRequestEvent(this.#survey.detail))) return false;
    this.#finish.noteTrap();
    return true;
  }
  submitting(): () => void {
    const { phase } = this.#survey;
    this.#survey.enter({ name: 'submitting' });
    return () => this.#survey.enter(phase);
  }
  missPart(): void {
    this.#finish.tellTrouble('survey.part-missing');
  }
  enter(phase: SubmissionPhase): void {
    this.#survey.enter(phase);
  }
  arrive(phase: SubmissionPhase, asked: boolean): void {
    showArrived(this.#survey, phase, asked);
  }
}
