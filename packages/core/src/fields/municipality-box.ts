import type { FieldOf, Municipality } from '@cmto/contract';
import type { FieldContext } from './field-context.ts';
import { findMunicipality, searchMunicipalities } from './municipality-search.ts';

export type MunicipalityContext = FieldContext<FieldOf<'municipality'>>;

/** Milliseconds after the last letter before the number of results is said. */
const pause = 700;

/** State and behaviour of one searchable box: the "list autocomplete with manual selection" of the ARIA practices. */
export class MunicipalityBox {
  list: readonly Municipality[] | undefined;
  failed = false;
  open = false;
  matches: readonly Municipality[] = [];
  /** Index in `matches` of the option the arrows are on; -1 for none. */
  active = -1;
  #context: MunicipalityContext;
  #loading = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: HTMLInputElement | undefined;

  constructor(context: MunicipalityContext) {
    this.#context = context;
  }

  /** The municipality answered, once the list is here. */
  get chosen(): Municipality | undefined {
    return this.list?.find(({ code }) => code === this.#context.value);
  }

  /** What the box shows at first: the name, or what was typed; never the bare code. */
  get text(): string {
    const { value } = this.#context;
    return this.chosen?.name ?? (typeof value === 'string' && !/^\d{6}$/.test(value) ? value : '');
  }

  /** Asks for the list, once, and again after a failure when told to. */
  load(context: MunicipalityContext, again = false): void {
    this.#context = context;
    if (this.list || this.#loading || (this.failed && !again)) return;
    this.#loading = true;
    context.services.municipalities().then(
      (list) => this.#loaded(list),
      () => this.#loaded(undefined),
    );
  }

  hear(input: HTMLInputElement): void {
    const exact = this.list && findMunicipality(this.list, input.value);
    // What is no name yet is kept as typed: an answer half written is named as wrong, never dropped in silence.
    this.#context.set(exact?.code ?? (input.value.trim() || undefined));
    this.#show(input, -1);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sayCount(), pause);
  }

  pick(input: HTMLInputElement, municipality: Municipality): void {
    const { t } = this.#context;
    input.value = municipality.name;
    this.#context.set(municipality.code);
    clearTimeout(this.#timer);
    this.close();
    this.#context.announce(t('field.municipality-picked', { name: municipality.name, zone: municipality.zone }));
  }

  show(input: HTMLInputElement): void {
    if (!this.open) this.#show(input, -1);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.open = false;
    this.active = -1;
    this.#context.requestUpdate();
  }

  press(event: KeyboardEvent, input: HTMLInputElement): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const used = this.#move(event.key, input) || this.#act(event.key, input);
    if (used) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #loaded(list: readonly Municipality[] | undefined): void {
    this.#loading = false;
    this.list = list?.toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
    this.failed = !list;
    this.#context.requestUpdate();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting?.value && waiting.matches(':focus')) this.#show(waiting, -1);
  }

  #show(input: HTMLInputElement, active: number): void {
    // Typed before the list was here: it opens when it comes.
    if (!this.list) return void (this.#waiting = input);
    // With a name in the box the whole list is offered: a list of one would show nothing new.
    const exact = findMunicipality(this.list, input.value);
    this.matches = exact && !this.open ? this.list : searchMunicipalities(this.list, input.value);
    this.active = exact && !this.open ? this.matches.indexOf(exact) : active;
    this.open = true;
    this.#update(input);
  }

  #update(input: HTMLInputElement): void {
    this.#context.requestUpdate();
    const id = input.getAttribute('aria-activedescendant');
    const root = input.getRootNode() as Document | ShadowRoot;
    if (id) root.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }

  #move(key: string, input: HTMLInputElement): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!this.open) this.#show(input, -1);
      else this.#go(key === 'ArrowDown' ? this.active + 1 : this.active < 0 ? -1 : this.active - 1, input);
      return true;
    }
    // Home and End are the text's own until the arrows have entered the list.
    if (!this.open || this.active < 0) return false;
    const steps: { readonly [key: string]: number } = {
      Home: 0,
      End: -1,
      PageDown: Math.min(this.active + 10, this.matches.length - 1),
      PageUp: Math.max(this.active - 10, 0),
    };
    if (!Object.hasOwn(steps, key)) return false;
    this.#go(steps[key]!, input);
    return true;
  }

  #go(index: number, input: HTMLInputElement): void {
    const count = this.matches.length;
    this.active = count > 0 ? (index + count) % count : -1;
    this.#update(input);
  }

  #act(key: string, input: HTMLInputElement): boolean {
    const at = this.matches[this.active] ?? (this.matches.length === 1 ? this.matches[0] : undefined);
    if (key === 'Enter' && this.open) {
      if (at) this.pick(input, at);
      return true;
    }
    if (key === 'Tab' && this.open && this.active >= 0 && at) this.pick(input, at);
    if (key !== 'Escape' || (!this.open && !input.value)) return false;
    if (this.open) this.close();
    else {
      input.value = '';
      this.#context.set(undefined);
      this.#context.requestUpdate();
    }
    return true;
  }

  #sayCount(): void {
    if (this.open) this.#context.announce(this.#context.t('field.municipality-found', { n: this.matches.length }));
  }
}
