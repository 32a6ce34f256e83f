import type { MessageAttachment, ReceiptRegistration, RequestStatus, TimelineEntry } from '@cmto/contract';
import { describeSize } from '@cmto/contract/rules/byte-size';
import { boxedMessage, noteOf } from '@cmto/contract/rules/said-once';
import { renderHeading } from '@cmto/core/element/heading';
import { formatDay } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type Panel, renderMoment } from './panel.ts';
import { addressOf } from './receipt-parts.ts';

/** What was annulled says so wherever its number stands (DPR 445/2000 art. 54). */
const renderNumber = ({ t }: Panel, { status, year, ...rest }: ReceiptRegistration): string => {
  const number = t('request.number-of', { ...rest, year: String(year) });
  return status === 'annulled' ? `${number} · ${t('request.annulled')}` : number;
};

const renderEvent = (panel: Panel, entry: TimelineEntry): TemplateResult => {
  const { t, language } = panel;
  const { at, event, register, official } = entry;
  const note = noteOf(entry);
  return html`<li>
    <strong>${t(`request.event-${event}`)}</strong> ${renderMoment(panel, at)}
    ${register ? html`<p>${renderNumber(panel, register)}</p>` : nothing}
    ${
      official
        ? html`<p>${t('request.official-of', { ...official, day: formatDay(Date.parse(official.date), language) })}</p>`
        : nothing
    }
    ${
      note
        ? html`<p class="lines" dir="auto">${event === 'escalated' ? t(`request.escalated-${note}`) : note}</p>`
        : nothing
    }
  </li>`;
};

/** What has happened to a request, in order. */
export const renderTimeline = (panel: Panel, { timeline }: RequestStatus): unknown =>
  timeline.length === 0
    ? nothing
    : html`<section>
        ${renderHeading(panel.level + 2, panel.t('request.timeline'))}
        <ol class="timeline" part="timeline">
          ${timeline.map((entry) => renderEvent(panel, entry))}
        </ol>
      </section>`;

/** Files, which whoever has the receipt's code may have back. A name may hold marks that turn writing round: it is set apart. */
export const renderFiles = (
  { language }: Panel,
  status: RequestStatus,
  files: readonly MessageAttachment[],
): unknown =>
  files.length === 0
    ? nothing
    : html`<ul class="sent-files">
        ${files.map(
          ({ name, size, sha256 }) =>
            html`<li>
              <a href=${addressOf(status, `files/${sha256}`, language)} rel="noreferrer"
                ><bdi>${name}</bdi>${` (${describeSize(size, language)})`}</a
              >
            </li>`,
        )}
      </ul>`;

/** What the office and the applicant have written to each other. A code that was sent is told by the timeline. */
export const renderMessages = (panel: Panel, status: RequestStatus): unknown => {
  const boxed = boxedMessage(status);
  const messages = status.messages.filter(
    (message) => message !== boxed && (message.text !== undefined || message.attachments.length > 0),
  );
  if (messages.length === 0) return nothing;
  const { t, level } = panel;
  return html`<section part="messages">
    ${renderHeading(level + 2, t('request.messages'))}
    ${messages.map(
      ({ at, from, text, attachments, register }) =>
        html`<article class="said ${from}">
          <p><strong>${t(`request.from-${from}`)}</strong> ${renderMoment(panel, at)}</p>
          ${text === undefined ? nothing : html`<p class="lines" dir="auto">${text}</p>`}
          ${renderFiles(panel, status, attachments)}
          ${register ? html`<p class="help">${renderNumber(panel, register)}</p>` : nothing}
        </article>`,
    )}
  </section>`;
};
