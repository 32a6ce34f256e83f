import type { Messages } from './i18n/translate.ts';
import type { Delivery } from './outbox/delivery.ts';

type PageSenders = Pick<Delivery, 'store' | 'outbox'>;

/** What copies of the kit on one page share: the page's only trace of us outside our tags. */
export interface PageRegistry {
  /** The API base that follows from the loader's own address. */
  api?: string;
  /** Definitions that the loader asked for before the widget's code was there, by address. */
  readonly early: Map<string, Promise<Response>>;
  /** What keeps and sends on this page, by version of the kit: whichever part of it comes first brings it. */
  senders?: Map<string, PageSenders>;
  /** Languages that the page has added, by BCP 47 tag. */
  readonly locales: Map<string, Messages>;
}

const key = Symbol.for('cmto.widgets');

/** The registry of this page; the first copy of the kit makes it. */
export const pageRegistry = (): PageRegistry =>
  ((globalThis as { [key]?: PageRegistry })[key] ??= { early: new Map(), locales: new Map() });
