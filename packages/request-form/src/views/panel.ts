import type { LocalizedText } from '@cmto/contract';
import { formatDay, formatRomeMoment } from '@cmto/core/i18n/dates';
import type { Translate } from '@cmto/core/i18n/translate';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import { html, nothing, type TemplateResult } from 'lit-html';

/** How a receipt is spoken of: the language, and the outline of the page. */
export interface Panel {
  readonly t: Translate;
  readonly language: string;
  readonly level: number;
}

/** A text of the definition, marked with the language it was found in; `written`: the one it was sent in. */
export const inLanguage = ({ language }: Panel, text: LocalizedText, written: string): unknown =>
  createDefinitionText(language, [written], () => undefined, String).text(text);

/** An instant with its hour, and the zone named. */
export const renderMoment = ({ t, language }: Panel, instant: string): TemplateResult =>
  html`<time datetime=${instant}
    >${t('request.rome-time', { when: formatRomeMoment(Date.parse(instant), language) })}</time
  >`;

/** The last day of a term, which ends with its midnight in Rome. */
export const renderLastDay = ({ language }: Panel, end: string): TemplateResult =>
  html`<time datetime=${end}>${lastDay(end, language)}</time>`;

export const lastDay = (end: string, language: string): string => formatDay(Date.parse(end) - 1, language);

/** A term and what is said of it; nothing where there is nothing to say. */
export const entry = (term: string, value: unknown, help = ''): unknown =>
  value === undefined || value === nothing
    ? nothing
    : html`<div>
        <dt>${term}</dt>
        <dd>${value}${help ? html` <small>${help}</small>` : nothing}</dd>
      </div>`;
