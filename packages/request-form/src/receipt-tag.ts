import { ContextEvent } from '@lit/context';
import { defaultPageServices, type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { KitElement } from '@cmto/core/element/kit-element';
import { FormLanguage } from '@cmto/core/form-tag/form-language';
import type { Catalog } from '@cmto/core/i18n/catalog';
import { onLanguageChange } from '@cmto/core/i18n/language-change';
import type { Translate } from '@cmto/core/i18n/translate';
import type { Entry } from '@cmto/core/storage/entry';
import type { ReceiptStatus } from '@cmto/contract';
import { readReceiptCode } from './model/receipt-code.ts';
import { type ReceiptPhase, statesOf } from './model/receipt-phase.ts';
import { ReceiptController } from './receipt-controller.ts';
import { requestCatalog } from './request-words.ts';
import { type FramePanel, renderFrame } from './views/frame-view.ts';

/** What the tags that open a receipt have in common: the code, the language, the page's services. */
export abstract class ReceiptTag extends KitElement implements FramePanel {
  static override properties = {
    api: { attribute: 'api', type: String, initial: undefined },
    headingLevel: { attribute: 'heading-level', type: Number, initial: 2 },
    hideTitle: { attribute: 'hide-title', type: Boolean, initial: false },
    sharedDevice: { attribute: 'shared-device', type: Boolean, initial: false },
  };
  // The browser's own `lang` is the attribute, read at every look.
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  declare api: string | undefined;
  declare headingLevel: number;
  declare hideTitle: boolean;
  declare sharedDevice: boolean;

  readonly receipt = new ReceiptController(this);
  readonly catalogs: Catalog[] = [requestCatalog];
  readonly words: FormLanguage = new FormLanguage(this, this.catalogs, () => this.translated());
  announcement = '';
  isNews = false;
  /** Receipts of requests that this device holds. */
  here: readonly Entry[] = [];
  abstract readonly titleKey: string;
  /** The number is asked for, too. */
  abstract readonly asksNumber: boolean;
  #services: PageServices | undefined;
  #unsubscribe: (() => void) | undefined;
  #stopLanguage: (() => void) | undefined;
  #focusDue = false;
  readonly #internals = typeof this.attachInternals === 'function' ? this.attachInternals() : undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLanguage = onLanguageChange(() => void this.words.load());
    const ask = (services: PageServices, unsubscribe?: () => void): void => {
      this.#unsubscribe = unsubscribe;
      this.#services = services;
      this.requestUpdate();
    };
    // The event itself instead of a consumer: a provider that comes later replays it all the same.
    this.dispatchEvent(new ContextEvent(pageServicesContext, this, ask, true));
    addEventListener('hashchange', this.#readFragment);
    this.#readFragment();
    // On the page again: what was open is asked for anew.
    if (this.receipt.services) this.start(this.receipt.services);
    void this.words.load();
  }

  disconnectedCallback(): void {
    this.receipt.disconnected();
    this.#stopLanguage?.();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    removeEventListener('hashchange', this.#readFragment);
  }

  override attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    super.attributeChangedCallback(name, before, text);
    // Inside another shadow root nobody else would tell.
    if (name === 'lang' && this.isConnected) void this.words.load();
  }

  override willUpdate(changed: ReadonlySet<string>): void {
    const services = this.#services ?? defaultPageServices();
    if (changed.has('api') || services !== this.receipt.services) this.start(services);
  }

  override updated(): void {
    const states = this.#internals?.states;
    states?.clear();
    for (const name of statesOf(this.receipt.phase)) states?.add(name);
    if (!this.#focusDue || this.receipt.phase.name === 'loading') return;
    this.#focusDue = false;
    const { renderRoot } = this;
    (
      renderRoot.querySelector<HTMLElement>('[aria-invalid=true]') ??
      renderRoot.querySelector<HTMLElement>('#number, #code, [data-heading]')
    )?.focus();
  }

  /** Opens a receipt because the person asks for it: what comes has the focus. */
  readonly open = async (typed: string, number?: string): Promise<void> => {
    this.announce('');
    this.#focusDue = true;
    await this.receipt.open(typed, number);
  };

  get t(): Translate {
    return this.words.t;
  }
  get language(): string {
    return this.words.code;
  }
  get phase(): ReceiptPhase {
    return this.receipt.phase;
  }
  get typed(): string {
    return this.receipt.typed;
  }
  get typedNumber(): string | undefined {
    return this.receipt.typedNumber;
  }
  get level(): number {
    return this.headingLevel;
  }

  readonly retry = (): void => void this.receipt.refresh();
  readonly close = (): void => {
    this.#focusDue = true;
    this.announce('');
    this.receipt.close();
    void this.#lookHere();
  };
  abstract renderStatus(status: ReceiptStatus): unknown;

  override render(): unknown {
    return renderFrame(this);
  }

  /** Speaks through the live region; `isNews`: all can see it, too. */
  announce(words: string, isNews = false): void {
    this.announcement = words;
    this.isNews = isNews && words !== '';
    this.requestUpdate();
  }

  /** Another language is spoken from now on. */
  protected translated(): void {
    this.requestUpdate();
  }

  protected start(services: PageServices): void {
    this.receipt.start(services);
    void this.#lookHere();
  }

  async #lookHere(): Promise<void> {
    const { services } = this.receipt;
    if (this.sharedDevice || !services) return;
    try {
      const entries = await (await (await services.delivery()).store(false)).all();
      this.here = entries.filter(({ receipt, path }) => receipt && path.startsWith('/services/'));
      this.requestUpdate();
    } catch {
      // The code can be typed all the same.
    }
  }

  /** The code may stand after `#` in the page's address, which no browser sends to anybody; never in the query. */
  readonly #readFragment = (): void => {
    const code = readReceiptCode(location.hash.slice(1));
    if (code && code !== this.receipt.code) void this.receipt.open(code);
  };
}
