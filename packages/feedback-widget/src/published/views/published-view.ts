import { renderHeading } from '@cmto/core/element/heading';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { saidAndDone } from '../model/said-and-done.ts';
import type { PublishedController } from '../published-controller.ts';
import { renderAgreeNote } from './agree-view.ts';
import { renderFilter, renderTables } from './filter-view.ts';
import { renderPages } from './pages-view.ts';
import { textOf, wordsOf } from './panel.ts';
import { renderSaidAndDone } from './said-and-done-view.ts';

const renderLicense = (published: PublishedController): unknown => {
  const { counts } = published;
  const { t } = wordsOf(published);
  if (!counts || counts.total === 0) return nothing;
  return html`<p class="help">
    ${t('published.license')} <a href=${counts.license.url} rel="license noreferrer">${counts.license.name}</a>.
    <a href=${published.tableAddress} rel="noreferrer">${t('published.download')}</a>
  </p>`;
};

/** All published contributions of a consultation: counts, a choice among them, the list. For ideas and needs. */
export const renderPublished = (published: PublishedController): TemplateResult => {
  const { t } = wordsOf(published);
  const { counts, consultation, host } = published;
  const { level } = host;
  const hasSome = counts !== undefined && counts.total > 0;
  return html`<section class="published" part="published" aria-labelledby="published">
    ${renderHeading(level, t(`published.title-${consultation.kind}`), { id: 'published' })}
    ${
      hasSome
        ? html`<p>${t('published.total', { n: counts.total })}</p>
            ${renderSaidAndDone(published, undefined, level + 1)} ${renderTables(published, counts)}
            ${renderFilter(published, counts)} ${renderAgreeNote(published)}`
        : nothing
    }
    ${renderPages(published, published.list(), level + 1)} ${renderLicense(published)}
  </section>`;
};

/**
 * What was published on one section of a document: "you said, we did", and the contributions behind a summary that
 * asks for them when it is opened. Nothing before the counts have come.
 */
export const renderPublishedOn = (published: PublishedController, section: string, level: number): unknown => {
  const { counts } = published;
  if (!counts) return nothing;
  const { t } = wordsOf(published);
  const { contributions } = saidAndDone(counts, section);
  if (contributions === 0) return html`<p class="help">${t('published.section-none')}</p>`;
  const open = ({ currentTarget }: Event): void => {
    if ((currentTarget as HTMLDetailsElement).open) published.openSection(section);
  };
  return html`<div class="published">
    ${renderSaidAndDone(published, section, level)}
    <details @toggle=${open}>
      <summary>${t('published.section-open', { n: contributions })}</summary>
      ${renderAgreeNote(published)} ${renderPages(published, published.list(section), level)}
    </details>
  </div>`;
};

/** What was published on a document: section by section, those that have something. Nothing before the counts have come. */
export const renderPublishedBySection = (published: PublishedController): unknown => {
  const { counts, consultation, host } = published;
  const sections = (consultation.document?.sections ?? []).filter(({ id }) => {
    const said = counts && saidAndDone(counts, id);
    return said !== undefined && said.contributions > 0;
  });
  if (sections.length === 0) return nothing;
  const { level } = host;
  return html`<section class="published" part="published" aria-labelledby="published">
    ${renderHeading(level, wordsOf(published).t('published.title-document'), { id: 'published' })}
    ${repeat(
      sections,
      ({ id }) => id,
      ({ id, title }) =>
        html`${renderHeading(level + 1, textOf(published).text(title))} ${renderPublishedOn(published, id, level + 2)}`,
    )}
    ${renderLicense(published)}
  </section>`;
};
