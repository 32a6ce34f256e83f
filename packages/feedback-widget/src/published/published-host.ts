import type { Catalog } from '@cmto/core/i18n/catalog';
import type { FormLanguage } from '@cmto/core/form-tag/form-language';

/** What published contributions need of the tag that shows them. */
export interface PublishedHost {
  readonly isConnected: boolean;
  readonly renderRoot: ShadowRoot;
  readonly updateComplete: Promise<void>;
  readonly sharedDevice: boolean;
  readonly catalogs: Catalog[];
  readonly words: Pick<FormLanguage, 't' | 'code' | 'load'>;
  /** Level of the headings over lists. */
  readonly level: number;
  requestUpdate(): void;
  /** Says it through the tag's one polite live region. */
  announce(words: string): void;
}
