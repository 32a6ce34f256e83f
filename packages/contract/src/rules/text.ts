import type { LocalizedText } from '../schemas/text.ts';

/** A text in the language found for it. */
export interface FoundText {
  readonly text: string;
  readonly lang: string;
}

const find = (map: { readonly [language: string]: string }, language: string): FoundText | undefined => {
  // it-IT → it: from the most to the least precise.
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (Object.hasOwn(map, tag)) return { text: map[tag]!, lang: tag };
  }
  return undefined;
};

/**
 * The words of a text in `language`, else in the first of the definition's `languages`, else in any it has. A plain
 * string is in the first of the languages.
 */
export const localize = (text: LocalizedText, language: string, languages: readonly string[]): FoundText => {
  const first = languages.length > 0 ? languages[0]! : '';
  if (typeof text === 'string') return { text, lang: first };
  const found = find(text, language) ?? find(text, first);
  if (found) return found;
  for (const lang of Object.keys(text)) return { text: text[lang]!, lang };
  return { text: '', lang: first };
};

/** Puts earlier answers in place of `{{field}}`; an unanswered one reads as an ellipsis. */
export const quoteAnswers = (text: string, words: (fieldId: string) => string | undefined): string =>
  text.replace(/\{\{\s*([a-z][a-z0-9_-]*)\s*\}\}/g, (_, id: string) => words(id) ?? '…');
