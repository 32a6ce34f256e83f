import type { AnswerValue, Field, Receipt, Submission as Sent, Survey } from '@cmto/contract';
import type { PageServices } from '../context/page-services.ts';
import type { SaveState } from '../drafts/draft-keeper.ts';
import type { FormAnswers } from '../form/form-answers.ts';
import type { AnswerLanguage } from '../text/answer-words.ts';
import type { DefinitionText } from '../text/definition-text.ts';
import type { DraftNews } from './begin-anew.ts';
import type { ShownIssue } from './refused.ts';
import type { Submission } from './submission.ts';

/** What a submission needs of a definition, be it a survey's or that of another form. */
export type FormDefinition = Pick<Survey, 'slug' | 'version' | 'title' | 'languages' | 'form'>;

/** One person filling in one form. */
export interface Sheet {
  /** The draft's id, and what decides the order of options in random order. */
  readonly seed: string;
  readonly state: FormAnswers;
}

/** Where an answer is after "send". */
export type SubmissionPhase =
  | { readonly name: 'queued'; readonly durable: boolean }
  | { readonly name: 'attention'; readonly code: string; readonly durable: boolean }
  | { readonly name: 'submitted'; readonly receipt: Receipt };

/** The tag: what it was told, and what it fills in. */
export interface FormTag {
  readonly services: PageServices;
  /** API base. */
  readonly base: string;
  /** What is filled in, as in the key under which drafts are kept: `survey`. */
  readonly kind: string;
  readonly slug: string;
  readonly instance: string;
  /** What of the definition the answer is about, where it has parts. */
  readonly target?: Sent['target'];
  /** Nothing is kept, for the device is not one person's. */
  readonly sharedDevice: boolean;
  readonly isConnected: boolean;
  readonly definition: FormDefinition | undefined;
  readonly session: Sheet | undefined;
  /** `ready` is: the person answers; otherwise a `SubmissionPhase`, or one of the widget's own. */
  readonly phase: { readonly name: string };
  readonly language: AnswerLanguage;
  /** Answers are taken now, by the server's clock. */
  readonly isOpen: boolean;
  /** Below the API base, where answers to this definition are posted. */
  path(slug: string): string;
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  text(definition: FormDefinition): DefinitionText;
  /** Calls back when the browser brings the whole page back as it was left. Returns how to stop. */
  onRestored(callback: () => void): () => void;
  /** The definition as it was in a version. Rejects when it cannot be had. */
  version(version: number): Promise<FormDefinition>;
}

/**
 * A widget with a form in it, as its submission sees it. The widget has the words, the views and the focus; which
 * draft is shown, what becomes of it and when is the submission's.
 */
export interface FormWidget extends FormTag {
  /** What is under way in the tag now: another one once the tag has begun anew. */
  readonly submission: Submission | undefined;

  /** Brings the code of these fields' kinds. Rejects when it cannot be had. */
  loadKinds(fields: readonly Field[]): Promise<void>;
  /** Shows the questions with these answers, from the page of the form named or from the start. */
  begin(answers: FormAnswers, seed: string, formPage?: string): void;
  /** A draft is shown: the page is told that it can be answered. */
  ready(): void;
  /** Loads the definition and what the device holds anew. */
  restart(): Promise<void>;
  /** What is under way after `restart`, its code brought first; undefined when that cannot be had. */
  restarted(): Promise<Submission | undefined>;

  requestUpdate(): void;
  /** Shows an answer that was not given here. */
  show(id: string, value: AnswerValue | undefined): void;
  /** What was typed is on the device, or is not. */
  saved(state: SaveState): void;
  /**
   * Says what another tab has done: answers came in, a question has two, it goes on under another version of the form,
   * the tag began anew; nothing: it is settled; or what became of an answer sent before.
   */
  tell(news?: 'conflict' | 'merged' | 'other-version' | DraftNews | 'submitted' | 'attention'): void;
  /** Brings the person to the heading of what is shown. */
  focusHeading(): void;
  /** Brings the person to the first of these. */
  showIssues(issues: readonly ShownIssue[]): void;

  /** Asks the page whether the answer may go. */
  mayGo(): boolean;
  /** What a program has written where no person can. */
  readonly trap: string;
  /** Shows that the answer is on its way; what is returned shows the questions again, as they were. */
  submitting(): () => void;
  /** A part of the code could not be had. */
  missPart(): void;
  /** Shows what became of an answer found on the device. */
  enter(phase: SubmissionPhase): void;
  /** Shows what becomes of an answer as it happens, and tells the page; `asked`: the person has just pressed "send". */
  arrive(phase: SubmissionPhase, asked: boolean): void;
}
