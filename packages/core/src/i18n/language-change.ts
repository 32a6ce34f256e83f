import { localeAdded } from './add-locale.ts';

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const each of listeners) each();
};
let observer: MutationObserver | undefined;

/**
 * Calls back when any `lang` of the page changes, or when the page adds a language: one observer for all widgets.
 * Returns how to stop.
 */
export const onLanguageChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  observer ??= new MutationObserver(tell);
  if (listeners.size === 1) {
    observer.observe(document.documentElement, { subtree: true, attributeFilter: ['lang'] });
    addEventListener(localeAdded, tell);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    removeEventListener(localeAdded, tell);
  };
};
