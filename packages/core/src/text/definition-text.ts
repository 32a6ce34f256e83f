import { type AnswerValue, type LocalizedText, localize, type Lookup, quoteAnswers } from '@cmto/contract';
import { html } from 'lit-html';
import { renderRich } from './rich-text.ts';

/** Words of one definition in the language shown now. */
export interface DefinitionText {
  words(text: LocalizedText | undefined): string;
  text(text: LocalizedText | undefined): unknown;
  rich(text: LocalizedText | undefined): unknown;
}

/**
 * Localises a definition's texts: a missing language falls back, string by string, to the first of `languages`, and
 * what fell back carries its own `lang`. `quote` gives the words of an earlier answer.
 */
export const createDefinitionText = (
  language: string,
  languages: readonly string[],
  lookup: Lookup,
  quote: (fieldId: string, value: AnswerValue) => string,
): DefinitionText => {
  const quoted = (text: string): string =>
    text.includes('{{')
      ? quoteAnswers(text, (id) => {
          const value = lookup(id);
          return value === undefined ? undefined : quote(id, value);
        })
      : text;
  const inLanguage = (lang: string, content: unknown): unknown =>
    lang === language ? content : html`<span lang=${lang} dir="auto">${content}</span>`;
  return {
    words: (text) => (text === undefined ? '' : quoted(localize(text, language, languages).text)),
    text(text) {
      if (text === undefined) return '';
      const found = localize(text, language, languages);
      return inLanguage(found.lang, quoted(found.text));
    },
    rich(text) {
      if (text === undefined) return '';
      const found = localize(text, language, languages);
      const content = renderRich(found.text, quoted);
      return found.lang === language ? content : html`<div lang=${found.lang} dir="auto">${content}</div>`;
    },
  };
};
