import type { AnswerValue, Field, LocalizedText, Lookup, Option } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import { nothing, render } from 'lit-html';
import type { FieldContext, FieldKind, FieldServices } from '../fields/field-context.ts';
import { kindOf } from '../fields/registry.ts';
import type { Translate } from '../i18n/translate.ts';
import type { FormSession } from './form-session.ts';
import { shuffled } from './shuffle.ts';

/** Where a field's answer lives: the form's own, or one cell of a group's row. */
export interface AnswerSlot {
  /** `ruolo`, or `referenti/0/nome`: the `data-field` of the field's element. */
  readonly path: string;
  get(): AnswerValue | undefined;
  set(value: AnswerValue | undefined): void;
  readonly lookup: Lookup;
  isVisible(): boolean;
}

/**
 * One field on the page: the context its kind renders with, and the element it is rendered into. The element stays the
 * same while the form lives, so what is typed in it stays too, also when the person goes to another page and back.
 */
export class FieldView implements FieldContext {
  readonly field: Field;
  readonly slot: AnswerSlot;
  readonly #session: FormSession;
  #element: HTMLElement | undefined;
  #kind: FieldKind | undefined;
  /** Values of the options now in the element. */
  #shown = '';
  #state: object | undefined;

  constructor(session: FormSession, field: Field, slot: AnswerSlot) {
    this.#session = session;
    this.field = field;
    this.slot = slot;
  }

  get id(): string {
    return `f-${this.slot.path.replaceAll('/', '-')}`;
  }
  get value(): AnswerValue | undefined {
    return this.slot.get();
  }
  get required(): boolean {
    return this.#session.state.isRequired(this.field, this.slot.lookup);
  }
  get error(): string | undefined {
    return this.#session.errors.get(this.slot.path);
  }
  get options(): readonly Option[] {
    const options = this.#session.state.visibleOptions(this.field, this.slot.lookup);
    return own(this.field, 'randomOrder') ? shuffled(options, this.#session.seed + this.slot.path) : options;
  }
  get t(): Translate {
    return this.#session.t;
  }
  get services(): FieldServices {
    return this.#session.services;
  }

  words(text: LocalizedText | undefined): string {
    return this.#session.text.words(text);
  }
  text(text: LocalizedText | undefined): unknown {
    return this.#session.text.text(text);
  }
  rich(text: LocalizedText | undefined): unknown {
    return this.#session.text.rich(text);
  }
  set(value: AnswerValue | undefined): void {
    this.slot.set(value);
    this.#session.forgetRows(this);
  }
  announce(message: string): void {
    this.#session.announce(message);
  }
  state<T extends object>(create: () => T): T {
    return (this.#state ??= create()) as T;
  }
  nested(field: Field, row: number): unknown {
    return this.#session.rowView(this, field, row).element;
  }

  /** Whether it was shown before the code of its kind had come. */
  get pending(): boolean {
    return this.#kind !== undefined && this.#kind !== kindOf(this.field.type);
  }

  /** The field's place in the page, rendered when first asked for. */
  get element(): HTMLElement {
    if (!this.#element) {
      this.#element = document.createElement('div');
      this.#element.className = 'field';
      this.#element.dataset['field'] = this.slot.path;
      this.requestUpdate();
    }
    return this.#element;
  }

  requestUpdate(): void {
    if (!this.#element) return;
    this.#kind = kindOf(this.field.type);
    this.updateVisibility();
    const shown = JSON.stringify(this.options.map(({ value }) => value));
    // Controls hold what was chosen, and must not pass it on to another option: another list is made anew.
    if (this.#shown && shown !== this.#shown) render(nothing, this.#element);
    this.#shown = shown;
    render(this.#kind.render(this), this.#element);
  }

  /** Shows or hides the field without touching what is in it. */
  updateVisibility(): void {
    if (this.#element) this.#element.hidden = !this.slot.isVisible();
  }
}
