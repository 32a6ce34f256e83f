import type { AnswerValue, Field } from '@cmto/contract';
import { getPublished } from '../../api/definitions.ts';
import type { SaveState } from '../../drafts/draft-keeper.ts';
import type { FormAnswers } from '../../form/form-answers.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { pageRegistry } from '../../page-registry.ts';
import type { FormDefinition, FormWidget, SubmissionPhase } from '../../submission/form-widget.ts';
import type { ShownIssue } from '../../submission/refused.ts';
import { opening } from '../model/phase.ts';
import { answerLanguage } from './answer-words.ts';
import { showFirst } from './errors.ts';
import type { Finish } from './finish.ts';
import { focusHeading } from './focus.ts';
import { showArrived } from './outcome.ts';
import { onRestored } from './restored.ts';
import { noteShown, shownVersion } from './shown-definitions.ts';

/** A tag with a form, as its submission sees it. */
export class FormOfTag implements FormWidget {
  readonly #finish: Finish;

  constructor(finish: Finish) {
    this.#finish = finish;
  }

  get kind() {
    return this.#finish.late.name;
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
    const { host, subject } = this.#survey;
    return subject ? `${host.instance}#${subject.name}` : host.instance;
  }
  get target() {
    return this.#survey.subject?.target;
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
    return this.#survey.kind.definitions.path + slug + this.#finish.late.submissions;
  }
  now(): number {
    return this.#survey.now();
  }
  text(definition: FormDefinition) {
    return this.#survey.language.text(definition);
  }
  onRestored(callback: () => void): () => void {
    return onRestored(callback);
  }
  async version(version: number): Promise<FormDefinition> {
    const { slug } = this.definition!;
    const known = shownVersion(this.#survey, slug, version);
    return known ?? getPublished(await this.#finish.client(), this.#survey.kind.definitions, slug, { version });
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
  async restart(): Promise<void> {
    // What the loader asked for before this page began is no longer what is served, for all that is known.
    pageRegistry().early.delete(this.base + this.#survey.kind.definitions.path + encodeURIComponent(this.slug));
    // Off the page nobody sees it, and nothing would end what it hears of other tabs: it starts when it is back.
    if (this.isConnected) await this.#survey.start(this.services);
    else this.#survey.enter({ name: 'loading' });
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
    noteShown(this.#survey);
    if (status === 'saved') void this.#survey.finish?.kept();
    this.requestUpdate();
  }
  tell(news?: Parameters<FormWidget['tell']>[0]): void {
    this.#survey.announce(news ? this.#survey.language.t(`form.${news}`) : '');
  }
  focusHeading(): void {
    focusHeading(this.#survey);
  }
  showIssues(issues: readonly ShownIssue[]): void {
    showFirst(this.#finish, issues);
  }

  mayGo(): boolean {
    if (this.#finish.companion?.mayGo?.() === false) return false;
    if (!this.#survey.host.dispatchEvent(this.#finish.late.event('submit-request', this.#survey.detail))) return false;
    this.#finish.noteTrap();
    return true;
  }
  submitting(): () => void {
    const { phase } = this.#survey;
    this.#survey.enter({ name: 'submitting' });
    return () => this.#survey.enter(phase);
  }
  missPart(): void {
    this.#finish.tellTrouble('form.part-missing');
  }
  enter(phase: SubmissionPhase): void {
    this.#survey.enter(phase);
  }
  arrive(phase: SubmissionPhase, asked: boolean): void {
    showArrived(this.#survey, phase, asked);
  }
}
