import type { Messages } from './i18n/translate.ts';

/** What copies of the kit on one page share: the page's only trace of us outside our tags. */
export interface PageRegistry {
  readonly version: string;
  /** The API base that follows from the loader's own address. */
  api?: string;
  /** Definitions that the loader asked for before the widget's code was there, by address. */
  readonly early: Map<string, Promise<Response>>;
  /** Languages that the page has added, by BCP 47 tag. */
  readonly locales: Map<string, Messages>;
}

const key = Symbol.for('cmto.widgets');

/** The registry of this page; the first copy of the kit makes it. */
export const pageRegistry = (version = '0'): PageRegistry => {
  const host = globalThis as { [key]?: PageRegistry };
  return (host[key] ??= { version, early: new Map(), locales: new Map() });
};
