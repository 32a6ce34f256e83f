import type { AnswerValue, Attachment, Field, LocalizedText, Municipality, Option } from '@cmto/contract';
import type { TemplateResult } from 'lit-html';
import type { FieldView } from '../form/field-view.ts';
import type { FormSession } from '../form/form-session.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Upload } from '../uploads/upload.ts';

/** What a kind of field may ask of the world outside the page, passed in so that tests can stand in for it. */
export interface FieldServices {
  /** The 312 municipalities, fetched once per page. */
  municipalities(): Promise<readonly Municipality[]>;
  /**
   * Keeps one file on the device as part of the draft, tells what the submission has to name, and begins to send it.
   * Undefined when the draft is gone by then. Rejects with a `KitError`.
   */
  storeFile(fieldId: string, file: File, type: string): Promise<Attachment | undefined>;
  /** Lets the person go on only when this is over: until then a chosen file is no part of the answer. */
  hold(work: Promise<unknown>): void;
  /** Takes a file out of the draft, also in the middle of being sent. */
  dropFile(fieldId: string, sha256: string): void;
  /** How far a kept file is on its way; undefined when there is nothing to send, or nothing more. */
  upload(sha256: string): Upload | undefined;
  /** Calls back whenever an upload has got further; an owner has one listener, its latest. */
  watchUploads(owner: string, listener: (sha256: string) => void): void;
  /** Sends at once what waits for the network. */
  retryUploads(): void;
  /** What is known of the files named in a field's answer, by sha256. */
  attachment(sha256: string): Attachment | undefined;
  /** The device's position, asked for only when the person presses the button. */
  position(): Promise<{ lat: number; lon: number }>;
}

/** What a kind of field gets to render one field and to commit its answer. */
export interface FieldContext<F extends Field = Field> {
  readonly field: F;
  /** DOM id of the main control; `-label`, `-help`, `-error` are appended for the rest. Unique in the widget's root. */
  readonly id: string;
  /** Raw, as typed; the canonical form is made when sending. */
  readonly value: AnswerValue | undefined;
  readonly required: boolean;
  /** Translated words, shown under the field. */
  readonly error: string | undefined;
  /** Visible options in the order shown; empty for kinds without. */
  readonly options: readonly Option[];
  /** Words for an attribute: localised, with earlier answers quoted. */
  words(text: LocalizedText | undefined): string;
  /** Words for content: as `words`, in a span with its own `lang` where it fell back to another language. */
  text(text: LocalizedText | undefined): unknown;
  /** Longer text in the Markdown subset, as templates. */
  rich(text: LocalizedText | undefined): unknown;
  readonly t: Translate;
  /** Commits an answer; `undefined` is "unanswered". */
  set(value: AnswerValue | undefined): void;
  /** Renders this field again, and nothing else. */
  requestUpdate(): void;
  /** State of the interface that lives as long as the field is on the page (a search text, a row being moved). */
  state<T extends object>(create: () => T): T;
  /** Speaks through the widget's one polite live region. */
  announce(message: string): void;
  readonly services: FieldServices;
  /** Renders a field inside this one (a group's rows), with its own context. */
  nested(field: Field, row: number): unknown;
}

/** One kind of field: how it looks, and how its answer is read back from the page. */
export interface FieldKind<F extends Field = Field> {
  render(context: FieldContext<F>): TemplateResult;
  /**
   * Reads the answer from the page after an `input` or `change` event inside the field.
   * Kinds that call `set` themselves leave it out.
   */
  read?(root: HTMLElement, context: FieldContext<F>): AnswerValue | undefined;
  /** Makes the view of one field in one row: of the kind that has rows. */
  rowView?(session: FormSession, group: FieldView, field: Field, row: number): FieldView;
}
