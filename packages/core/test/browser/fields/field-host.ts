import type { Answers, AnswerValue, Attachment, Field, LocalizedText, Municipality, Option } from '@cmto/contract';
import { html, LitElement, type TemplateResult, unsafeCSS } from 'lit';
import type { FieldContext, FieldServices } from '../../../src/fields/field-context.ts';
import { adoptKindStyles, kindOf, loadKinds } from '../../../src/fields/registry.ts';
import { createTranslate, loadMessages } from '../../../src/i18n/catalog.ts';
import { fieldCatalog } from '../../../src/locales/field-catalog.ts';
import { baseStyles } from '../../../src/styles/base.styles.ts';
import { fieldStyles } from '../../../src/styles/fields.styles.ts';
import { laterStyles } from '../../../src/styles/later.styles.ts';

/** What a test sets up around one field. */
export interface FieldSetup {
  readonly value?: AnswerValue;
  readonly required?: boolean;
  readonly error?: string;
  readonly language?: string;
  readonly services?: Partial<FieldServices>;
}

const plain = (text: LocalizedText | undefined): string => (typeof text === 'string' ? text : (text?.['it'] ?? ''));

const noServices: FieldServices = {
  municipalities: () => Promise.reject(new Error('not given')),
  storeFile: () => Promise.reject(new Error('not given')),
  hold: () => undefined,
  dropFile: () => undefined,
  upload: () => undefined,
  watchUploads: () => undefined,
  retryUploads: () => undefined,
  attachment: () => undefined,
  position: () => Promise.reject(new Error('not given')),
};

/** A context as the form gives it: methods of a class, so that a kind that tears one off its object fails here. */
class HostContext implements FieldContext {
  readonly field: Field;
  readonly id: string;
  readonly #host: FieldHost;
  readonly #path: string;
  readonly #get: () => AnswerValue | undefined;
  readonly #set: (value: AnswerValue | undefined) => void;
  readonly #nested = new Map<string, HostContext>();
  #state: object | undefined;

  constructor(
    host: FieldHost,
    field: Field,
    path: string,
    get: () => AnswerValue | undefined,
    set: (value: AnswerValue | undefined) => void,
  ) {
    this.#host = host;
    this.field = field;
    this.#path = path;
    this.id = `f-${path.replaceAll('/', '-')}`;
    this.#get = get;
    this.#set = set;
  }

  get value(): AnswerValue | undefined {
    return this.#get();
  }
  get required(): boolean {
    return this.#host.setup.required ?? false;
  }
  get error(): string | undefined {
    return this.#path.includes('/') ? undefined : this.#host.error;
  }
  get options(): readonly Option[] {
    return this.#host.options ?? ('options' in this.field ? this.field.options : []);
  }
  get services(): FieldServices {
    return { ...noServices, ...this.#host.setup.services };
  }
  get t() {
    return createTranslate([fieldCatalog], this.#host.setup.language ?? 'it');
  }
  words(text: LocalizedText | undefined): string {
    return plain(text);
  }
  text(text: LocalizedText | undefined): unknown {
    return plain(text);
  }
  rich(text: LocalizedText | undefined): unknown {
    return text === undefined ? '' : html`<p>${plain(text)}</p>`;
  }
  set(value: AnswerValue | undefined): void {
    this.#set(value);
  }
  announce(message: string): void {
    this.#host.announcements.push(message);
  }
  state<T extends object>(create: () => T): T {
    return (this.#state ??= create()) as T;
  }
  requestUpdate(): void {
    this.#host.showNow();
  }
  nested(field: Field, row: number): unknown {
    const path = `${this.#path}/${row}/${field.id}`;
    const rows = (): Answers[] => (this.value as Answers[] | undefined) ?? [];
    const set = (value: AnswerValue | undefined): void => {
      const { [field.id]: _, ...others } = rows()[row] ?? {};
      const next = [...rows()];
      next[row] = value === undefined ? others : { ...others, [field.id]: value };
      this.set(next);
    };
    const nested =
      this.#nested.get(path) ?? new HostContext(this.#host, field, path, () => rows()[row]?.[field.id], set);
    this.#nested.set(path, nested);
    return nested.template();
  }
  template(): TemplateResult {
    this.#host.contexts.set(this.#path, this);
    return html`<div class="field" data-field=${this.#path}>${kindOf(this.field.type).render(this)}</div>`;
  }
}

/** One field on a page, with what a form does for it: listeners, errors, a language. */
export class FieldHost extends LitElement {
  static override styles = [baseStyles, fieldStyles, laterStyles].map(unsafeCSS);
  readonly announcements: string[] = [];
  readonly contexts = new Map<string, HostContext>();
  setup: FieldSetup = {};
  /** Stands in for the field's own options, as when some of them are hidden. */
  options: readonly Option[] | undefined;
  error: string | undefined;
  value: AnswerValue | undefined;
  #context: HostContext | undefined;

  host(field: Field, setup: FieldSetup): void {
    this.setup = setup;
    this.value = setup.value;
    this.error = setup.error;
    this.#context = new HostContext(
      this,
      field,
      field.id,
      () => this.value,
      (value) => (this.value = value),
    );
  }

  /** Renders at once, as the form does for one field. */
  showNow(): void {
    if (this.isUpdatePending) return;
    this.requestUpdate();
    this.performUpdate();
  }

  override render(): unknown {
    const hear = (event: Event): void => {
      const root = (event.target as Element).closest<HTMLElement>('[data-field]')!;
      const context = this.contexts.get(root.dataset['field']!)!;
      const { read } = kindOf(context.field.type);
      if (read) context.set(read(root, context));
    };
    return html`<form part="base" novalidate @input=${hear} @change=${hear}>${this.#context?.template()}</form>`;
  }
}
customElements.define('field-host', FieldHost);

/** Puts one field on the page, its kind and language loaded. */
export const hostField = async (field: Field, setup: FieldSetup = {}): Promise<FieldHost> => {
  await loadKinds([field.type, ...(field.type === 'group' ? field.fields.map(({ type }) => type) : [])]);
  if (setup.language) await loadMessages([fieldCatalog], setup.language);
  const host = new FieldHost();
  host.host(field, setup);
  document.body.append(host);
  await host.updateComplete;
  adoptKindStyles(host.shadowRoot!);
  return host;
};

/** The real list, as the server would give it. */
export const fetchMunicipalities = async (): Promise<Municipality[]> => {
  const text = await (await fetch('/packages/contract/data/municipalities.csv')).text();
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = '', zone = '', population = ''] = line.split(',');
      return { code, name, zone: Number(zone), population: Number(population) };
    });
};

/** An attachment as the server names a stored file. */
export const anAttachment = (name: string, sha256 = 'a'.repeat(64)): Attachment => ({
  field: 'allegati',
  sha256,
  name,
  type: 'application/pdf',
  size: 1234,
});
