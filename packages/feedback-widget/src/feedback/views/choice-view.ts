import type { Section } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Reader } from '../reader.ts';
import { renderBar } from './section-view.ts';

const act = (reader: Reader, event: Event): void => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-comment]') : undefined;
  if (button) void reader.observe(button.dataset['comment']);
};

const renderItem = (reader: Reader, section: Section): TemplateResult => {
  const { form } = reader;
  const text = form.language.text(form.survey!);
  const look = {
    language: form.language.code,
    firstLanguage: form.language.code,
    t: form.language.t,
    text,
    level: 0,
    isOpen: reader.isOpen,
    states: reader.drafts.states,
    current: form.subject?.name,
  };
  return html`<li><span>${text.text(section.title)}</span> ${renderBar(section, look)}</li>`;
};

/** Where the page shows the text: what is wrong with the page, and all sections, for whoever finds none there. */
export const renderChoice = (reader: Reader): unknown => {
  const { form, document, selector, attached } = reader;
  const { t } = form.language;
  if (!document || (selector !== undefined && !attached.isSettled)) return nothing;
  const isAttached = selector !== undefined && attached.isFound;
  const missing = document.sections.filter(({ id }) => !isAttached || !attached.has(id));
  return html`
    ${
      selector !== undefined && !isAttached
        ? html`<div class="message">
            <p>${t('feedback.no-document')}</p>
            <p>${t('feedback.no-document-help', { selector })}</p>
          </div>`
        : nothing
    }
    ${isAttached ? html`<p>${t('feedback.attached')}</p>` : nothing}
    ${document.url ? html`<p><a href=${document.url}>${t('feedback.open-document')}</a></p>` : nothing}
    ${
      missing.length > 0 && (reader.isOpen || !isAttached)
        ? html`<details class="choice" ?open=${!isAttached} @click=${(event: Event) => act(reader, event)}>
            <summary>${t(isAttached ? 'feedback.other-sections' : 'feedback.sections')}</summary>
            <ul>
              ${missing.map((section) => renderItem(reader, section))}
            </ul>
          </details>`
        : nothing
    }
  `;
};
