import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type Found, search } from '../model/search.ts';
import type { Reader } from '../reader.ts';

const go = (reader: Reader, event: Event, section: string, paragraph?: string): void => {
  event.preventDefault();
  reader.pane.reveal(section, paragraph);
};

const renderFound = (reader: Reader, { section, paragraph, before, match, after }: Found): TemplateResult => {
  const text = reader.form.language.text(reader.form.survey!);
  return html`<li>
    <a href="#${section.id}" @click=${(event: Event) => go(reader, event, section.id, paragraph)}
      >${text.text(section.title)}</a
    >
    <span>${before}<mark>${match}</mark>${after}</span>
  </li>`;
};

const renderSearch = (reader: Reader): TemplateResult => {
  const { form, document, wanted } = reader;
  const { t } = form.language;
  const look = (event: Event): void => {
    event.preventDefault();
    const words = (event.currentTarget as HTMLFormElement).querySelector('input')!.value;
    reader.wanted = words.trim();
    form.announce(reader.wanted === '' ? '' : t('feedback.found', { n: search(document!, reader.wanted).length }));
  };
  const found = wanted === '' ? [] : search(document!, wanted);
  return html`<form class="search" role="search" @submit=${look}>
      <label for="search">${t('feedback.search')}</label>
      <div class="search-line">
        <input id="search" type="search" maxlength="200" autocomplete="off" />
        <button type="submit" class="button outline">${t('feedback.search-go')}</button>
      </div>
    </form>
    ${
      wanted === ''
        ? nothing
        : html`<p>${t('feedback.found', { n: found.length })}</p>
            <ol class="found">
              ${found.slice(0, 50).map((each) => renderFound(reader, each))}
            </ol>`
    }`;
};

/** The way through a document that the tag shows: its sections, what is looked for in it, and a copy on paper. */
export const renderOutline = (reader: Reader, _: Outline): TemplateResult => {
  const { form, document, isWide } = reader;
  const { t } = form.language;
  const text = form.language.text(form.survey!);
  return html`<div class="outline-box">
    <details ?open=${isWide}>
      <summary>${t('feedback.outline')}</summary>
      <nav aria-label=${t('feedback.outline')}>
        <ol class="outline-list">
          ${document!.sections.map(
            ({ id, title, level }) =>
              html`<li class="level-${level}">
                <a href="#${id}" @click=${(event: Event) => go(reader, event, id)}>${text.text(title)}</a>
              </li>`,
          )}
        </ol>
      </nav>
    </details>
    ${renderSearch(reader)}
    <button type="button" class="button plain" @click=${() => void reader.print()}>${t('feedback.print')}</button>
  </div>`;
};
