import type { Paragraph, Section } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import type { Translate } from '@cmto/core/i18n/translate';
import type { DefinitionText } from '@cmto/core/text/definition-text';
import type { EntryState } from '@cmto/core/storage/entry';
import { html, nothing, type TemplateResult } from 'lit-html';
import { renderTitle } from './title-view.ts';

/** What a section is shown with, beside its text. */
export interface SectionLook {
  readonly language: string;
  /** The language that the document is written in. */
  readonly firstLanguage: string;
  readonly t: Translate;
  readonly text: DefinitionText;
  /** Of the headings of first-level sections. */
  readonly level: number;
  /** Contributions are taken now. */
  readonly isOpen: boolean;
  /** What this device holds, by section. */
  readonly states: ReadonlyMap<string, EntryState>;
  /** The section being written about. */
  readonly current: string | undefined;
}

const renderParagraph = ({ id, kind, text }: Paragraph): TemplateResult => {
  switch (kind) {
    case 'item':
      return html`<li data-paragraph=${id} tabindex="-1">${text}</li>`;
    case 'quote':
      return html`<blockquote data-paragraph=${id} tabindex="-1">${text}</blockquote>`;
    case 'code':
      return html`<pre data-paragraph=${id} tabindex="-1">${text}</pre>`;
    default:
      return html`<p class=${kind} data-paragraph=${id} tabindex="-1">${text}</p>`;
  }
};

/** Items that follow each other are one list. */
const renderParagraphs = (paragraphs: readonly Paragraph[]): unknown[] => {
  const result: unknown[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    if (paragraphs[at]!.kind !== 'item') {
      result.push(renderParagraph(paragraphs[at]!));
      continue;
    }
    const end = paragraphs.findIndex(({ kind }, index) => index > at && kind !== 'item');
    const items = paragraphs.slice(at, end === -1 ? undefined : end);
    result.push(
      html`<ul>
        ${items.map(renderParagraph)}
      </ul>`,
    );
    at += items.length - 1;
  }
  return result;
};

/** A section's heading and text, as text: nothing in it is markup. */
export const renderSection = (section: Section, { level, language, text }: SectionLook): TemplateResult =>
  html`<div data-text=${section.id}>
    ${renderTitle(level + section.level - 1, language, text.text(section.title))}
    ${renderParagraphs(own(section, 'paragraphs') ?? [])}
  </div>`;

/** Under a section: the way to write about it. */
export const renderBar = ({ id, title }: Section, look: SectionLook): unknown => {
  const { t, text, isOpen, states, current, language } = look;
  if (!isOpen || current === id) return nothing;
  const state = states.get(id);
  const key = state === undefined ? 'comment' : state === 'draft' ? 'go-on' : 'waiting';
  return html`<button
    type="button"
    class="button outline comment"
    lang=${language}
    data-comment=${id}
    aria-label=${t(`feedback.${key}-on`, { section: text.words(title) })}
  >
    ${t(`feedback.${key}`)}
  </button>`;
};
