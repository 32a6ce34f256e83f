import { pageRegistry } from '../page-registry.ts';
import type { Messages } from './translate.ts';

/** Told on `window` when the page has added a language: widgets that wanted it may be there already. */
export const localeAdded = 'cmto-locale-added';

/** Adds a language to this page's widgets: `messages` may hold any of the kit's keys; what it lacks is Italian. */
export const addLocale = (language: string, messages: Messages): void => {
  pageRegistry().locales.set(language.toLowerCase(), messages);
  // A server has no page to tell.
  globalThis.dispatchEvent?.(new Event(localeAdded));
};
