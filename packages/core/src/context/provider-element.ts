import { ContextProvider } from '@lit/context';
import { html } from 'lit-html';
import { kitVersion } from '../kit-version.ts';
import { KitElement } from '../element/kit-element.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import { createPageServices, pageServicesContext } from './page-services.ts';

/**
 * Configures the widgets inside it: `<cmto-provider api="https://partecipa.example.it/api/v1">…</cmto-provider>`.
 *
 * @tagname cmto-provider
 * @attribute api - Base URL of the API, version included.
 * @slot - The page, or the part of it, that holds the widgets.
 */
export class CmtoProvider extends KitElement {
  static readonly kitVersion = kitVersion;
  static override properties = { api: { attribute: 'api', type: String, initial: undefined } };
  declare api: string | undefined;

  readonly #provider = new ContextProvider(this as HTMLElement, { context: pageServicesContext });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provider.hostConnected();
  }

  override willUpdate(): void {
    this.#provider.setValue(createPageServices(browserPlatform, this.api));
  }

  override render() {
    return html`<slot></slot>`;
  }
}
