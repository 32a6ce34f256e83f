import type { Translate } from '@cmto/core/i18n/translate';
import { createDefinitionText, type DefinitionText } from '@cmto/core/text/definition-text';
import { html, type TemplateResult } from 'lit-html';
import { optionWords } from '../model/option-words.ts';
import type { PublishedController } from '../published-controller.ts';

/** How published contributions are spoken of. */
export const wordsOf = ({ host }: PublishedController): { readonly t: Translate; readonly language: string } => ({
  t: host.words.t,
  language: host.words.code,
});

/** The definition's own words. */
export const textOf = ({ host, consultation }: PublishedController): DefinitionText =>
  createDefinitionText(host.words.code, consultation.languages, () => undefined, String);

/** What somebody wrote, or the office: text and nothing else, in a language that nobody knows. */
export const written = (words: string): TemplateResult => html`<p class="written" dir="auto">${words}</p>`;

/** A topic in words; what somebody wrote beside the options is shown as it is. */
export const topicWords = (published: PublishedController, topic: string): string => {
  const label = optionWords(published.consultation, 'topic', topic);
  return label === undefined ? topic : textOf(published).words(label);
};

/** A zone in words: as the form names it, else as the list of municipalities does, else by its number. */
export const zoneWords = (published: PublishedController, zone: number): string => {
  const label = optionWords(published.consultation, 'zone', String(zone));
  if (label !== undefined) return textOf(published).words(label);
  return published.zoneNames.get(zone) ?? wordsOf(published).t('published.zone-of', { zone: String(zone) });
};
