import type { AnswerValue } from '@cmto/contract';
import type { SaveState } from '../../../src/drafts/draft-keeper.ts';
import type { FormAnswers } from '../../../src/form/form-answers.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { FormDefinition, FormWidget, Sheet, SubmissionPhase } from '../../../src/submission/form-widget.ts';
import type { Submission } from '../../../src/submission/submission.ts';
import { createDefinitionText } from '../../../src/text/definition-text.ts';
import type { Page } from './page.ts';
import { api } from './tab-delivery.ts';

/** The tab around a form. */
export interface FormListener {
  submission(): Submission | undefined;
  restart(): Promise<void>;
  /** The person is told that what was typed last is on the device. */
  saved(): void;
  arrived(phase: SubmissionPhase): void;
}

const definitionOf = (slug: string): FormDefinition => ({
  slug,
  version: 1,
  title: { it: 'Prova' },
  languages: ['it'],
  form: {
    pages: [{ id: 'pagina', fields: [{ id: 'words', type: 'text', label: { it: 'Che idea hai?' }, required: true }] }],
  },
});

/** A widget without looks: one form of one question, which needs an answer. */
export class Form implements FormWidget {
  readonly kind = 'survey';
  readonly base = api;
  readonly instance = '';
  readonly sharedDevice = false;
  readonly isOpen = true;
  readonly trap = '';
  readonly slug: string;
  readonly language = { code: 'it', t: (key: string) => key, colon: ':' };
  readonly services;
  readonly definition: FormDefinition;
  session: Sheet | undefined;
  phase: { readonly name: string } = { name: 'loading' };
  readonly #page: Page;
  readonly #listener: FormListener;

  constructor(slug: string, page: Page, delivery: Delivery, listener: FormListener) {
    this.slug = slug;
    this.definition = definitionOf(slug);
    this.services = { platform: page, base: () => api, delivery: async () => delivery };
    this.#page = page;
    this.#listener = listener;
  }

  get isConnected(): boolean {
    return true;
  }
  get submission(): Submission | undefined {
    return this.#listener.submission();
  }
  path(slug: string): string {
    return `/surveys/${slug}/responses`;
  }
  now(): number {
    return this.#page.now();
  }
  text({ languages }: FormDefinition) {
    return createDefinitionText('it', languages, () => undefined, String);
  }
  onRestored(): () => void {
    return () => undefined;
  }
  async version(): Promise<FormDefinition> {
    return this.definition;
  }

  /** Nothing is shown any more. */
  clear(): void {
    this.session = undefined;
    this.phase = { name: 'loading' };
  }
  async loadKinds(): Promise<void> {
    // There is nothing to show.
  }
  begin(state: FormAnswers, seed: string): void {
    this.session = { seed, state };
    this.phase = { name: 'ready' };
  }
  ready(): void {
    // Nobody waits for it.
  }
  restart(): Promise<void> {
    return this.#listener.restart();
  }
  async restarted(): Promise<Submission | undefined> {
    return this.submission;
  }

  requestUpdate(): void {
    // There is nothing to show.
  }
  /** As a field that is made anew: the answer is noted, and what follows from a change is done. */
  show(id: string, value: AnswerValue | undefined): void {
    this.session!.state.set(id, value);
    this.submission?.drafts.changed({});
  }
  saved({ status }: SaveState): void {
    if (status === 'saved') this.#listener.saved();
  }
  tell(): void {
    // The person sees it.
  }
  focusHeading(): void {
    // The person looks there.
  }
  showIssues(): void {
    // The person sees them.
  }

  mayGo(): boolean {
    return true;
  }
  submitting(): () => void {
    const { phase } = this;
    this.phase = { name: 'submitting' };
    return () => {
      this.phase = phase;
    };
  }
  missPart(): void {
    throw new Error('all code is here');
  }
  enter(phase: SubmissionPhase): void {
    this.phase = phase;
  }
  arrive(phase: SubmissionPhase): void {
    this.phase = phase;
    this.#listener.arrived(phase);
  }
}
