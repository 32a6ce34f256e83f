import { own } from '@cmto/contract/rules/own';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';
import { sectionOf } from '../model/consulted.ts';
import type { Reader } from '../reader.ts';

/** The words for what an observation is about. */
const titleOf = ({ form, document }: Reader): unknown => {
  const { t } = form.language;
  const name = form.subject?.name;
  const section = sectionOf(document!, name);
  const text = form.language.text(form.survey!);
  return section ? t('feedback.about', { section: text.words(section.title) }) : t('feedback.about-whole');
};

const renderQuote = (reader: Reader): unknown => {
  const { t } = reader.form.language;
  const target = reader.form.finish?.drafts.entry?.target ?? reader.form.subject?.target;
  if (!target?.quote) return nothing;
  return html`<div class="quoted">
    <p class="quoted-title">${t('feedback.quoted')}</p>
    <blockquote>${target.quote}</blockquote>
    ${
      reader.form.phase.name === 'ready'
        ? html`<button type="button" class="button plain" @click=${() => reader.quote({})}>
            ${t('feedback.unquote')}
          </button>`
        : nothing
    }
  </div>`;
};

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** The way to quote without selecting anything: the section's paragraphs, one of which is chosen. */
const renderParagraphs = (reader: Reader): unknown => {
  const { t } = reader.form.language;
  const section = sectionOf(reader.document!, reader.form.subject?.name);
  const paragraphs = (section && own(section, 'paragraphs')) ?? [];
  if (!section || paragraphs.length === 0 || reader.form.phase.name !== 'ready') return nothing;
  const target = reader.form.finish?.drafts.entry?.target ?? reader.form.subject?.target;
  const isOther = target?.quote !== undefined && !paragraphs.some(({ text }) => text === target.quote);
  const choose = ({ currentTarget }: Event): void => {
    const paragraph = paragraphs.find(({ id }) => id === (currentTarget as HTMLSelectElement).value);
    reader.quote(paragraph ? { quote: paragraph.text.slice(0, 5000), paragraph: paragraph.id } : {});
  };
  return html`<p class="which">
    <label for="paragraph">${t('feedback.which')}</label>
    <select id="paragraph" @change=${choose}>
      <option value="" .selected=${target?.quote === undefined}>${t('feedback.whole-section')}</option>
      ${isOther ? html`<option value="-" .selected=${true}>${t('feedback.chosen-passage')}</option>` : nothing}
      ${paragraphs.map(
        ({ id, text }) =>
          html`<option value=${id} .selected=${target?.quote === text && target.paragraph === id}>
            ${shorten(text)}
          </option>`,
      )}
    </select>
  </p>`;
};

/** One observation: what it is about, the questions, and what they come to. */
export const renderObservation = (reader: Reader, { level }: Outline, questions: unknown): TemplateResult => {
  const { form } = reader;
  const { t } = form.language;
  const outline = { level: level + 1, hideTitle: false };
  return html`
    <div class="about" role="group" aria-labelledby="about">
      <div class="about-head">
        <p id="about" class="about-title" data-about role="heading" aria-level=${Math.min(6, level + 1)} tabindex="-1">
          ${titleOf(reader)}
        </p>
        <button type="button" class="button plain close" @click=${() => void reader.close()}>
          ${t(form.phase.name === 'ready' ? 'feedback.close' : 'feedback.back')}
        </button>
      </div>
      ${reader.isGone ? html`<p class="notice">${t('feedback.gone')}</p>` : nothing} ${renderQuote(reader)}
      ${renderParagraphs(reader)} ${form.finish?.companion?.renderAside?.(outline)} ${questions}
    </div>
  `;
};
