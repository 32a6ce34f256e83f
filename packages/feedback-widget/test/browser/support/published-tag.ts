import type { PageServices } from '@cmto/core/context/page-services';
import { KitElement } from '@cmto/core/element/kit-element';
import { FormLanguage } from '@cmto/core/form-tag/form-language';
import type { Catalog } from '@cmto/core/i18n/catalog';
import { directionOf } from '@cmto/core/i18n/language';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import type { Consultation } from '@cmto/contract';
import { html } from 'lit-html';
import { PublishedController } from '../../../src/published/published-controller.ts';
import type { PublishedHost } from '../../../src/published/published-host.ts';
import { publishedStyles } from '../../../src/published/published.styles.ts';
import { renderPublished, renderPublishedOn } from '../../../src/published/views/published-view.ts';

/** The smallest tag that can show published contributions: what the real one shows around them is not of these tests. */
class PublishedTag extends KitElement implements PublishedHost {
  static override styles = [baseStyles, fieldStyles, laterStyles, publishedStyles];
  readonly catalogs: Catalog[] = [];
  readonly words = new FormLanguage(this, this.catalogs, () => this.requestUpdate());
  readonly level = 2;
  sharedDevice = false;
  published: PublishedController | undefined;
  #announcement = '';

  async show(services: PageServices, api: string, consultation: Consultation): Promise<void> {
    this.published ??= await PublishedController.begin(this);
    await this.published.show(services, api, consultation);
  }

  disconnectedCallback(): void {
    this.published?.leave();
  }

  announce(words: string): void {
    this.#announcement = words;
    this.requestUpdate();
  }

  override render(): unknown {
    const { published, words } = this;
    const sections = published?.consultation?.document?.sections;
    return html`<section part="base" lang=${words.code} dir=${directionOf(words.code)} aria-label="Prova">
      <div class="sr" role="status">${this.#announcement}</div>
      ${
        published?.consultation === undefined
          ? ''
          : sections === undefined
            ? renderPublished(published)
            : sections.map(
                ({ id }) => html`<div role="group" aria-label=${id}>${renderPublishedOn(published, id, 3)}</div>`,
              )
      }
    </section>`;
  }
}

customElements.define('published-tag', PublishedTag);

export const createPublishedTag = (): PublishedTag => document.createElement('published-tag') as PublishedTag;
