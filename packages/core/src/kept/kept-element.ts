import { ContextEvent } from '@lit/context';
import { defaultPageServices, type PageServices, pageServicesContext } from '../context/page-services.ts';
import { kitVersion } from '../kit-version.ts';
import { KitElement } from '../element/kit-element.ts';
import { FormLanguage } from '../form-tag/form-language.ts';
import { onLanguageChange } from '../i18n/language-change.ts';
import type { Translate } from '../i18n/translate.ts';
import { fieldCatalog } from '../locales/field-catalog.ts';
import { problemCatalog } from '../locales/problem-catalog.ts';
import type { Entry } from '../storage/entry.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { laterStyles } from '../styles/later.styles.ts';
import { keptCatalog } from './kept-catalog.ts';
import { KeptController } from './kept-controller.ts';
import { pageOf, titleOf } from './kept-item.ts';
import { type KeptPanel, renderKept } from './kept-view.ts';
import { keptStyles } from './kept.styles.ts';
import { ownWords } from './own-words.ts';

const catalogs = [keptCatalog, problemCatalog, fieldCatalog];

/**
 * What is kept on this device: drafts, answers that wait to be sent, receipts. Shows nothing where nothing is kept.
 * Every widget that keeps something shows it; a page can have it by itself, too.
 *
 * @tagname cmto-kept
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute heading-level - Level of the heading over what the browser has deleted, 1 to 6; 2 by default.
 */
export class CmtoKept extends KitElement implements KeptPanel {
  static readonly kitVersion = kitVersion;
  static override styles = [baseStyles, laterStyles, keptStyles];
  // The browser's own `lang` is the attribute, read at every look.
  static override get observedAttributes(): string[] {
    return ['lang'];
  }

  readonly #kept = new KeptController(this);
  #services: PageServices | undefined;
  #unsubscribe: (() => void) | undefined;
  #stopLanguage: (() => void) | undefined;
  readonly #words = new FormLanguage(this, catalogs, () => this.requestUpdate());
  /** What was last done, and the answer that waited then, if it did. */
  #said: { readonly key: string; readonly waiting: Entry | undefined } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLanguage = onLanguageChange(() => void this.#words.load());
    const ask = (services: PageServices, unsubscribe?: () => void): void => {
      this.#unsubscribe = unsubscribe;
      this.#follow(services);
    };
    // The event itself instead of a consumer: a provider that comes later replays it all the same.
    this.dispatchEvent(new ContextEvent(pageServicesContext, this, ask, true));
    if (!this.#services) this.#follow(defaultPageServices());
    void this.#words.load();
  }

  disconnectedCallback(): void {
    this.#kept.disconnected();
    this.#stopLanguage?.();
    this.#unsubscribe?.();
    this.#services = undefined;
  }

  /** Inside a widget nobody else would tell: what listens for languages does not see into shadow roots. */
  override attributeChangedCallback(): void {
    if (this.isConnected) void this.#words.load();
  }

  override render(): unknown {
    return renderKept(this);
  }

  get language(): string {
    return this.#words.code;
  }
  get t(): Translate {
    return this.#words.t;
  }
  get entries(): readonly Entry[] {
    return this.#kept.entries;
  }
  get headingLevel(): number {
    return Number(this.getAttribute('heading-level'));
  }
  get lost(): number {
    return this.#kept.lost;
  }
  get unreadable(): boolean {
    return this.#kept.unreadable;
  }
  /** How the last thing asked for went, as far as it is so still. */
  get status(): string {
    if (!this.#said) return '';
    const { key, waiting } = this.#said;
    return this.t((waiting && this.#kept.since(waiting)) ?? key);
  }
  get now(): number {
    return this.#kept.now;
  }

  /** Goes to the page where it was begun, which finds it there; on that very page, from the start. */
  readonly open = (entry: Entry): void => {
    void this.#kept.choose(entry).then(() => {
      const page = pageOf(entry);
      const { origin, pathname, search } = location;
      if (page === origin + pathname + search) location.reload();
      else if (page) location.assign(page);
    });
  };
  readonly keep = (entry: Entry): void => void this.#kept.choose(entry);
  readonly send = (entry: Entry): void => {
    this.#say('kept.sending');
    void this.#kept.send(entry).then(([outcome, now]) => this.#say(outcome, now));
  };
  readonly save = (entry: Entry): void => void this.#save(entry);
  readonly delete = (entry: Entry): void => {
    void this.#kept.delete(entry).then(async (isGone) => {
      if (isGone) this.#say('kept.deleted');
      else this.#say('kept.not-deleted', entry);
      await this.updateComplete;
      if (!isGone) return;
      // The button just pressed is gone.
      this.renderRoot.querySelector<HTMLElement>('summary')?.focus();
    });
  };
  readonly forgetLost = (): void => this.#kept.forgetLost();

  #follow(services: PageServices): void {
    if (services === this.#services) return;
    this.#services = services;
    void this.#kept.follow(services);
  }

  /** A copy as a file; nothing leaves the device. */
  async #save(entry: Entry): Promise<void> {
    const text = ownWords(entry, await this.#kept.definition(entry), this.language, this.t);
    const url = URL.createObjectURL(new Blob(['\u{FEFF}', text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${titleOf(entry)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 60)}.txt`;
    link.click();
    this.#services?.platform.setTimer(() => URL.revokeObjectURL(url), 60_000);
  }

  #say(key: string, about?: Entry): void {
    this.#said = { key, waiting: about?.state === 'queued' ? about : undefined };
    this.requestUpdate();
  }
}
