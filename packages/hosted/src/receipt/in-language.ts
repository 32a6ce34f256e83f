import { localize, type LocalizedText } from '@cmto/contract';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import type { PageLanguage } from '../language.ts';

/** A text of the definition, marked with the language it was found in. */
export function inLanguage(
  text: LocalizedText,
  { language: written }: { readonly language: string },
  language: PageLanguage,
): ServerRenderedTemplate {
  const found = localize(text, language, [written]);
  return html`<span lang=${found.lang}>${found.text}</span>`;
}
