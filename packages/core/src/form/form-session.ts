import type { AnswerValue, Field, Page } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import type { FieldServices } from '../fields/field-context.ts';
import { kindOf } from '../fields/registry.ts';
import type { Translate } from '../i18n/translate.ts';
import type { DefinitionText } from '../text/definition-text.ts';
import { FieldView } from './field-view.ts';
import type { FormAnswers } from './form-answers.ts';

/** What a session needs of the widget around it. */
export interface FormSessionOptions {
  /** Decides the order of options in random order: stays the same for one draft. */
  readonly seed: string;
  /** Asked for once, by the first field that needs any. */
  services(): FieldServices;
  readonly t: Translate;
  text(answers: FormAnswers): DefinitionText;
  announce(message: string): void;
  /** The answer at `path` changed; `pages` when the list of pages did, too. */
  onAnswer(change: { readonly path: string; readonly pages: boolean }): void;
}

const isSame = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** Whether earlier answers change more of a field than whether it is there. */
const contentDepends = (field: Field): boolean =>
  field.type === 'group' ||
  Object.hasOwn(field, 'requiredIf') ||
  (own(field, 'options') ?? []).some((option) => Object.hasOwn(option, 'visibleIf')) ||
  JSON.stringify([own(field, 'label'), own(field, 'help'), own(field, 'text')]).includes('{{');

/** One person filling in one form: the answers, what is shown of them, and the words beside them. */
export class FormSession {
  readonly seed: string;
  readonly announce: (message: string) => void;
  /** Words of the errors now shown, by field path. */
  readonly errors = new Map<string, string>();
  state: FormAnswers;
  t: Translate;
  text: DefinitionText;
  readonly #options: FormSessionOptions;
  #services: FieldServices | undefined;
  readonly #views = new Map<string, FieldView>();
  readonly #containers = new Map<Page, HTMLElement>();

  constructor(state: FormAnswers, options: FormSessionOptions) {
    this.state = state;
    this.seed = options.seed;
    this.announce = options.announce;
    this.t = options.t;
    this.text = options.text(state);
    this.#options = options;
  }

  get services(): FieldServices {
    return (this.#services ??= this.#options.services());
  }

  /** The rules have come: what was answered meanwhile takes effect. */
  follow(state: FormAnswers): void {
    this.state = state;
    this.text = this.#options.text(state);
    for (const view of this.#views.values()) this.#show(view);
  }

  view(field: Field): FieldView {
    const { id } = field;
    return this.cached(
      id,
      () =>
        new FieldView(this, field, {
          path: id,
          lookup: (other) => this.state.lookup(other),
          get: () => this.state.raw(id),
          set: (value) => this.set(id, id, value),
          isVisible: () => this.state.isVisible(id),
        }),
    );
  }

  /**
   * The element with a page's first `count` fields. New ones are added together: one by one, into a page that is shown,
   * a thousand take a hundred times as long.
   */
  container(page: Page, count: number): HTMLElement {
    const container = this.#containers.get(page) ?? document.createElement('div');
    this.#containers.set(page, container);
    const due = page.fields.slice(container.childElementCount, count);
    if (due.length > 0) container.append(...due.map((field) => this.view(field).element));
    return container;
  }

  /** The view of one field in one row of a group. */
  rowView(group: FieldView, field: Field, row: number): FieldView {
    return kindOf(group.field.type).rowView!(this, group, field, row);
  }

  /** A group was given other rows: what its fields show now belongs to rows that may be gone. */
  forgetRows({ field, slot }: FieldView): void {
    if (field.type !== 'group') return;
    for (const path of this.#views.keys()) if (path.startsWith(`${slot.path}/`)) this.#views.delete(path);
  }

  /** The view kept under a path, made when first asked for. */
  cached(path: string, create: () => FieldView): FieldView {
    const view = this.#views.get(path) ?? create();
    this.#views.set(path, view);
    return view;
  }

  /** Notes the answer of a top field that was changed at `path`, and shows what follows from it. */
  set(id: string, path: string, value: AnswerValue | undefined): void {
    const { fields, pages } = this.state.set(id, value);
    for (const fieldId of fields) {
      const view = this.#views.get(fieldId);
      if (view) this.#show(view);
    }
    this.#options.onAnswer({ path, pages });
  }

  /** Reads the answer of the field that an `input` or `change` event came from. */
  readFrom({ target }: Pick<Event, 'target'>): void {
    const origin = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
    const view = origin && this.#views.get(origin.dataset['field']!);
    if (!view) return;
    const kind = kindOf(view.field.type);
    if (!kind.read) return;
    const value = kind.read(origin, view as never);
    // Browsers tell most answers twice, as `input` and as `change`.
    if (!isSame(view.value, value)) view.set(value);
  }

  /** Shows these errors and takes back those shown before. */
  showErrors(errors: ReadonlyMap<string, string>): void {
    const changed = new Set([...this.errors.keys(), ...errors.keys()]);
    this.errors.clear();
    for (const [path, words] of errors) this.errors.set(path, words);
    for (const path of changed) this.#views.get(path)?.requestUpdate();
  }

  /** Changes the language of everything shown; answers stay. */
  translate(t: Translate): void {
    this.t = t;
    this.text = this.#options.text(this.state);
    for (const view of this.#views.values()) view.requestUpdate();
  }

  #show(view: FieldView): void {
    if (contentDepends(view.field)) view.requestUpdate();
    else view.updateVisibility();
  }
}
