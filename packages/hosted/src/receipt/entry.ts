import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import type { PageLanguage } from '../language.ts';
import { describeInstant } from './instant.ts';

/** A term and what is said of it. */
export const entry = (term: unknown, value: unknown, help = ''): ServerRenderedTemplate =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}${help ? html`<small>${help}</small>` : ''}</dd>
  </div>`;

export const time = (instant: string, language: PageLanguage): ServerRenderedTemplate =>
  html`<time datetime=${instant}>${describeInstant(instant, language)}</time>`;

/** In groups, as it is read aloud; the spaces are margins, so that copying gives the code alone. */
export const renderCode = (code: string): ServerRenderedTemplate =>
  html`<code class="code">${(code.match(/.{5}(?=.{5})|.+/g) ?? []).map((group) => html`<span>${group}</span>`)}</code>`;
