import type { RequestStatus } from '@cmto/contract';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry } from './entry.ts';
import { renderFiles } from './file-view.ts';
import type { SentDocument } from './sent-document.ts';

/** Everything that was sent, as it was registered, with the fingerprints that prove it. */
export function renderSent(
  request: RequestStatus,
  document: SentDocument | undefined,
  language: PageLanguage,
): ServerRenderedTemplate {
  const words = wordsOf(language);
  const isForeign = language !== 'it' && document !== undefined;
  return html`<section>
    <h2>${words['sent.heading']}</h2>
    ${isForeign ? html`<p>${words['sent.italian']}</p>` : ''}
    ${(document?.pages ?? []).map(
      ({ title, answers }) =>
        html`<div lang="it">
          ${title === '' ? '' : html`<h3>${title}</h3>`}
          <dl>
            ${answers.map((answer) => entry(answer.label, html`<span class="lines" dir="auto">${answer.words}</span>`))}
          </dl>
        </div>`,
    )}
    ${request.attachments.length > 0 ? html`<h3>${words['sent.attachments']}</h3>` : ''}
    ${renderFiles(request.attachments, request.receiptCode, language)}
    <dl>
      ${document ? entry(words['sent.document-hash'], html`<code>${document.sha256}</code>`) : ''}
      ${entry(words['receipt.hash'], html`<code>${request.contentHash}</code>`, words['receipt.hash-help'])}
      ${entry(words['receipt.id'], html`<code>${request.id}</code>`)}
    </dl>
  </section>`;
}
