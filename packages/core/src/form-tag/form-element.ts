import { ContextEvent } from '@lit/context';
import { defaultPageServices, type PageServices, pageServicesContext } from '../context/page-services.ts';
import { kitVersion } from '../kit-version.ts';
import { KitElement } from '../element/kit-element.ts';
import { fieldStyles } from '../styles/fields.styles.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { FormController } from './form-controller.ts';
import { formTagStyles } from './form-tag.styles.ts';
import { statesOf } from './model/phase.ts';
import { inTurn } from './turns.ts';
import { renderTag } from './views/tag-view.ts';
import type { FormKind } from './form-kind.ts';

/** What is pasted into a CMS often brings spaces along. */
const trimmed = (text: string): string => text.trim();

/** A tag with a form in it, whatever the form is: a subclass says what it fills in. */
export abstract class FormElement extends KitElement {
  static readonly kitVersion = kitVersion;
  static readonly kind: FormKind;
  static override styles = [baseStyles, fieldStyles, formTagStyles];
  static override properties = {
    slug: { attribute: 'slug', type: trimmed, initial: undefined },
    api: { attribute: 'api', type: String, initial: undefined },
    headingLevel: { attribute: 'heading-level', type: Number, initial: 2 },
    hideTitle: { attribute: 'hide-title', type: Boolean, initial: false },
    sharedDevice: { attribute: 'shared-device', type: Boolean, initial: false },
    instance: { attribute: 'instance', type: String, initial: '' },
  };

  declare slug: string | undefined;
  declare api: string | undefined;
  declare headingLevel: number;
  declare hideTitle: boolean;
  declare sharedDevice: boolean;
  declare instance: string;

  readonly form: FormController = new FormController(this, (this.constructor as typeof FormElement).kind);
  #services: PageServices | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #internals = typeof this.attachInternals === 'function' ? this.attachInternals() : undefined;

  override connectedCallback(): void {
    this.form.connected();
    // The event itself instead of a consumer: a provider that comes later replays it all the same.
    const ask = (services: PageServices, unsubscribe?: () => void): void => {
      this.#services = services;
      this.#unsubscribe = unsubscribe;
      this.requestUpdate();
    };
    this.dispatchEvent(new ContextEvent(pageServicesContext, this, ask, true));
    const { platform } = this.#services ?? defaultPageServices();
    // Ten tags that come to life at once are not all rendered in that task.
    void inTurn(platform, async () => {
      if (!this.isConnected) return;
      super.connectedCallback();
      await this.updateComplete;
    });
  }

  disconnectedCallback(): void {
    this.form.disconnected();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  override willUpdate(changed: ReadonlySet<string>): void {
    const services = this.#services ?? defaultPageServices();
    const settings = ['slug', 'api', 'instance', 'sharedDevice'].some((name) => changed.has(name));
    if (settings || services !== this.form.services) void this.form.start(services);
  }

  override render() {
    return renderTag(this.form, { level: this.headingLevel, hideTitle: this.hideTitle });
  }

  override updated(): void {
    this.form.finish?.updated();
    const names = statesOf(this.form.phase);
    if (this.form.finish?.offlineReady) names.push('offline-ready');
    const states = this.#internals?.states;
    states?.clear();
    for (const name of names) states?.add(name);
  }
}
