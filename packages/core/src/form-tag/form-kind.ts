import type { Consultation, Receipt, Service, Submission, Survey } from '@cmto/contract';
import type { DefinitionKind } from '../api/definition-kind.ts';
import type { Catalog } from '../i18n/catalog.ts';
import type { Finish } from './finish/finish.ts';
import type { FormController } from './form-controller.ts';
import type { Outline } from './views/tag-view.ts';

/** A definition with a form in it. */
export type Definition = Survey | Service | Consultation;

/** What is answered to, of a definition that has several such things: each has a draft of its own. */
export interface Subject {
  /** Tells its drafts apart. */
  readonly name: string;
  /** Sent with the answers. */
  readonly target: NonNullable<Submission['target']>;
}

/** What the page around may know: names and numbers, never an answer, nor an id that could be found in the database. */
export interface FormEventDetail {
  readonly slug: string;
  readonly version: number;
}

/** What only some definitions need, beside the form: signing in, confirming an address. */
export interface Companion {
  /** The form has it from now on. */
  begin?(): void;
  /** Above the questions and the review. */
  renderAside?(outline: Outline): unknown;
  /** In a receipt, and where the page tells of one. */
  renderReceipt?(receipt: Receipt, outline: Outline): unknown;
  /** Whether the answer may go; if not, it has told the person why. */
  mayGo?(): boolean;
  /** The answer has just arrived. */
  submitted?(): void;
  /** An answer that was refused with this code is a draft again. */
  corrected?(code: string): void;
}

/** What a kind of form has of its own once the first questions are shown. */
export interface LateKind {
  /** As in the keys of drafts. */
  readonly name: 'survey' | 'service' | 'consultation';
  /** Where answers are posted, below a definition. */
  readonly submissions: string;
  readonly catalogs: readonly Catalog[];
  /** What the page is told; `submit-request` can be cancelled. */
  event(name: 'submit-request' | 'queued' | 'submitted', detail: FormEventDetail): Event;
  stepEvent(detail: FormEventDetail & { readonly step: string }): Event;
  /**
   * What this definition needs besides, its code and words brought: asked for once the draft is open. Rejects when the
   * code cannot be had.
   */
  accompany?(finish: Finish): Promise<Companion> | undefined;
  /** What every definition of the kind needs besides, there from the first moment on. */
  companion?(finish: Finish): Companion;
  /** In the questions' place, on a page that `refuses` them. */
  renderElsewhere?(finish: Finish): unknown;
  /** What its receipt tells besides. */
  renderReceipt?(finish: Finish, receipt: Receipt, outline: Outline): unknown;
  /** Whether its receipt asks for something now: that is then the main thing to do. */
  asks?(receipt: Receipt): boolean;
}

/** What one tag fills in: everything in which a survey and a request differ. */
export interface FormKind {
  readonly definitions: DefinitionKind<Definition>;
  /** Words, its own before those that it shares. Those of later phases are added when their code loads. */
  readonly catalogs: Catalog[];
  readyEvent(detail: FormEventDetail): Event;
  /** The code of everything after the first answer. Rejects when it cannot be had. */
  later(): Promise<{ readonly Finish: typeof Finish; readonly late: LateKind }>;
  /** The privacy notice is read before anything is answered: it is not folded away. */
  readonly opensPrivacy?: boolean;
  /** Why these questions are not asked: this page is none for them, or what they are about is still to be chosen. */
  refuses?(form: FormController): Promise<'elsewhere' | 'choosing' | undefined>;
  /** What the questions are about, with them in it; undefined where they are shown alone. */
  renderAround?(form: FormController, outline: Outline, questions: unknown): unknown;
  /** Title and introduction stay in full on every step: what is asked about is read below them. */
  isInFull?(form: FormController): boolean;
  /** What stands above the questions of every step. */
  renderAside?(form: FormController, outline: Outline): unknown;
}
