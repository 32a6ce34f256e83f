import type { EscalationLevel, ReceiptRegistration, RequestStatus, TimelineEntry } from '@cmto/contract';
import { boxedMessage, noteOf } from '@cmto/contract/rules/said-once';
import { html } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { time } from './entry.ts';
import { renderFiles } from './file-view.ts';

/** What has happened to a request, in order. */
export function renderTimeline({ timeline }: RequestStatus, language: PageLanguage): unknown {
  if (timeline.length === 0) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['timeline.heading']}</h2>
    <ol class="timeline">
      ${timeline.map((happening) => {
        const { at, event, register, official } = happening;
        return html`<li>
          <strong>${words[`event.${event}`]}</strong> ${time(at, language)}
          ${register ? html`<br />${numberText(register, language)}` : ''}
          ${official ? html`<br />${official.register} ${official.number}` : ''}
          ${renderNote(event, noteOf(happening), language)}
        </li>`;
      })}
    </ol>
  </section>`;
}

/** Its number; what was annulled says so wherever it stands (DPR 445/2000 art. 54). */
function numberText({ code, year, number, status }: ReceiptRegistration, language: PageLanguage): string {
  const text = `${code}-${year}/${number}`;
  return status === 'annulled' ? `${text} · ${wordsOf(language)['request.annulled-number']}` : text;
}

/** What somebody wrote of an event; of a deadline that has passed, the level that was told. */
function renderNote(event: TimelineEntry['event'], note: string | undefined, language: PageLanguage): unknown {
  if (!note) return '';
  if (event !== 'escalated') return html`<p class="lines" dir="auto">${note}</p>`;
  return html`<p>${wordsOf(language)[`escalated.${note as EscalationLevel}`]}</p>`;
}

/** What the office and the applicant have written to each other. A code that was sent is told by the timeline. */
export function renderMessages(request: RequestStatus, language: PageLanguage): unknown {
  const boxed = boxedMessage(request);
  const messages = request.messages.filter(
    (message) => message !== boxed && (message.text !== undefined || message.attachments.length > 0),
  );
  if (messages.length === 0) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['messages.heading']}</h2>
    ${messages.map(
      ({ at, from, text, attachments, register, official }) =>
        html`<article>
          <h3>${words[`messages.${from}`]}, ${time(at, language)}</h3>
          ${register ? html`<p>${numberText(register, language)}</p>` : ''}
          ${official ? html`<p>${words['request.official']}: ${official.register} ${official.number}</p>` : ''}
          ${text === undefined ? '' : html`<p class="lines" dir="auto">${text}</p>`}
          ${renderFiles(attachments, request.receiptCode, language)}
        </article>`,
    )}
  </section>`;
}
