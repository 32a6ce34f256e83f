import { html, nothing, type TemplateResult } from 'lit-html';
import { renderHeading } from '../element/heading.ts';
import { dateLanguage } from '../i18n/dates.ts';
import { directionOf } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Entry } from '../storage/entry.ts';
import { isOld, pageOf, titleOf } from './kept-item.ts';

/** What the panel knows, and what a person can do in it. */
export interface KeptPanel {
  readonly t: Translate;
  readonly language: string;
  readonly headingLevel: number;
  readonly now: number;
  readonly entries: readonly Entry[];
  readonly lost: number;
  readonly unreadable: boolean;
  readonly status: string;
  open(entry: Entry): void;
  keep(entry: Entry): void;
  send(entry: Entry): void;
  save(entry: Entry): void;
  delete(entry: Entry): void;
  forgetLost(): void;
}

const moment = (milliseconds: number, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { dateStyle: 'long', timeStyle: 'short' }).format(milliseconds);

const day = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(
    new Date(instant),
  );

const renderState = ({ t, language, now }: KeptPanel, entry: Entry): TemplateResult => {
  const { state, problem, receipt } = entry;
  const when = receipt ? day(receipt.receivedAt, language) : moment(entry.savedAt, language);
  return html`
    <p>${t(`kept.${state}`, { when })}</p>
    ${state === 'attention' && problem ? html`<p>${t(`problem.${problem.code}`)}</p>` : nothing}
    ${receipt ? html`<p>${t('kept.code')}: <code>${receipt.receiptCode}</code></p>` : nothing}
    ${isOld(entry, now) ? html`<p class="warning">${t('kept.old')}</p>` : nothing}
  `;
};

/** A button whose name tells what it is about, for whoever hears it out of its place. */
const renderButton = (t: Translate, key: string, entry: Entry, act: () => void, look = 'outline'): TemplateResult =>
  html`<button
    type="button"
    class="button ${look}"
    aria-label=${t(`kept.${key}-of`, { title: titleOf(entry) })}
    @click=${act}
  >
    ${t(`kept.${key}`)}
  </button>`;

/** Asked in place: a dialog of the browser would be blocked inside a frame. */
const renderDelete = (panel: KeptPanel, entry: Entry): TemplateResult => {
  const { t } = panel;
  const close = (event: Event): void => {
    if (event.currentTarget instanceof Element) event.currentTarget.closest('details')?.removeAttribute('open');
  };
  return html`
    <details>
      <summary aria-label=${t('kept.delete-of', { title: titleOf(entry) })}>${t('kept.delete')}</summary>
      <p>${t(`kept.delete-${entry.state}`)}</p>
      ${renderButton(t, 'delete-yes', entry, () => panel.delete(entry))}
      <button type="button" class="button plain" @click=${close}>${t('kept.delete-no')}</button>
    </details>
  `;
};

const renderEntry = (panel: KeptPanel, entry: Entry): TemplateResult => {
  const { t, now, language } = panel;
  const { state, receipt } = entry;
  const receiptUrl = receipt && new URL(receipt.url);
  receiptUrl?.searchParams.set('lang', language);
  return html`
    <li>
      <p><strong>${titleOf(entry)}</strong></p>
      ${renderState(panel, entry)}
      <div class="actions">
        ${pageOf(entry) ? renderButton(t, 'open', entry, () => panel.open(entry)) : nothing}
        ${isOld(entry, now) ? renderButton(t, 'keep', entry, () => panel.keep(entry)) : nothing}
        ${state === 'queued' ? renderButton(t, 'send', entry, () => panel.send(entry)) : nothing}
        ${
          receiptUrl
            ? html`<a
                class="button plain"
                href=${receiptUrl.href}
                aria-label=${t('kept.receipt-of', { title: titleOf(entry) })}
                >${t('kept.receipt')}</a
              >`
            : nothing
        }
        ${renderButton(t, 'save', entry, () => panel.save(entry), 'plain')}
      </div>
      ${renderDelete(panel, entry)}
    </li>
  `;
};

/** What is kept on this device; nothing where nothing is. */
export const renderKept = (panel: KeptPanel): TemplateResult | typeof nothing => {
  const { t, entries, lost, unreadable } = panel;
  // What was done to the last thing kept is told all the same.
  if (entries.length === 0 && lost === 0 && !unreadable && !panel.status) return nothing;
  return html`
    <section part="base" lang=${panel.language} dir=${directionOf(panel.language)} aria-label=${t('kept.title')}>
      ${
        lost > 0
          ? html`<div class="notice">
              ${renderHeading(panel.headingLevel, t('kept.lost-title', { n: lost }), { target: true })}
              <p>${t('kept.lost', { n: lost })}</p>
              <button type="button" class="button outline" @click=${panel.forgetLost}>${t('kept.understood')}</button>
            </div>`
          : nothing
      }
      ${unreadable ? html`<p class="warning">${t('kept.unreadable')}</p>` : nothing}
      ${
        entries.length > 0
          ? html`<details class="kept">
              <summary>${t('kept.summary', { n: entries.length })}</summary>
              <p>${t('kept.help')}</p>
              <ul>
                ${entries.map((entry) => renderEntry(panel, entry))}
              </ul>
            </details>`
          : nothing
      }
      <p class="said" role="status">${panel.status}</p>
    </section>
  `;
};
