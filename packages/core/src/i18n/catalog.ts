import { pageRegistry } from '../page-registry.ts';
import type { Messages, Parameters, Translate } from './translate.ts';

/** The words of one package: Italian at hand, the other languages as chunks of their own. */
export interface Catalog {
  readonly it: Messages;
  readonly load: { readonly [language: string]: () => Promise<Messages> };
}

const loaded = new WeakMap<Catalog, Map<string, Messages>>();

const messagesOf = (catalog: Catalog, language: string): Messages | undefined =>
  language === 'it' ? catalog.it : loaded.get(catalog)?.get(language);

/** `it-IT` → `it`: the first of the prefixes of a tag that `has`; undefined when none does. Some CMSs write `it_IT`. */
export const matchLanguage = (language: string, has: (candidate: string) => boolean): string | undefined => {
  const parts = language.toLowerCase().split(/[-_]/);
  for (; parts.length > 0; parts.pop()) if (has(parts.join('-'))) return parts.join('-');
  return undefined;
};

/** Languages that the kit itself speaks. */
const kitLanguages: readonly string[] = ['it', 'en', 'fr'];

/** The language of the interface that fits a wanted one: the kit's, or one that the page added. */
export const spokenLanguage = (wanted: string): string | undefined =>
  matchLanguage(wanted, (tag) => kitLanguages.includes(tag) || pageRegistry().locales.has(tag));

/** The language of the interface for a wanted one; else Italian. */
export const interfaceLanguage = (wanted: string): string => spokenLanguage(wanted) ?? 'it';

/** Fetches what is missing of a language. Rejects when a chunk cannot be had. */
export const loadMessages = async (catalogs: readonly Catalog[], language: string): Promise<void> => {
  await Promise.all(
    catalogs.map(async (catalog) => {
      const load = Object.hasOwn(catalog.load, language) ? catalog.load[language] : undefined;
      if (!load || messagesOf(catalog, language)) return;
      const messages = await load();
      // Only now: another language may have come meanwhile.
      const known = loaded.get(catalog) ?? new Map<string, Messages>();
      loaded.set(catalog, known.set(language, messages));
    }),
  );
};

/**
 * A number as a language writes it. Small whole ones need no help in the kit's languages: a page's first
 * `Intl.NumberFormat` takes a slow phone 50 ms, and the first questions would wait for it.
 */
const formatNumber = (value: number, language: string): string =>
  Number.isInteger(value) && Math.abs(value) < 10_000 && kitLanguages.includes(language)
    ? String(value)
    : value.toLocaleString(language);

const fill = (words: string, parameters: Parameters, language: string): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value, language) : value;
  });

/** Words from the catalogs in one language; string by string Italian where it has none; the key itself at worst. */
export const createTranslate =
  (catalogs: readonly Catalog[], language: string): Translate =>
  (key, parameters = {}) => {
    const sources = [
      pageRegistry().locales.get(language),
      ...catalogs.map((catalog) => messagesOf(catalog, language)),
      ...catalogs.map((catalog) => catalog.it),
    ];
    for (const messages of sources) {
      const words = messages && Object.hasOwn(messages, key) ? messages[key] : undefined;
      if (words === undefined) continue;
      const form =
        typeof words === 'string'
          ? words
          : (words[new Intl.PluralRules(language).select(Number(parameters['n']))] ?? words.other);
      return fill(form, parameters, language);
    }
    return key;
  };
