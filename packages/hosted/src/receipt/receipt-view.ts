import { localize, type SurveyStatus } from '@cmto/contract';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry, renderCode, time } from './entry.ts';
import { isWholeDay } from './instant.ts';

/** What became of a submission, for the person who holds the code. Never the answers. */
export function renderReceipt(receipt: SurveyStatus, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  const title = localize(receipt.title, language, [receipt.language]);
  const kind = isWholeDay(receipt.receivedAt) ? 'day' : 'instant';
  return html`
    <h1>${words['receipt.heading']}</h1>
    ${receipt.flags?.includes('late') ? html`<p class="notice">${words['receipt.late']}</p>` : ''}
    <dl>
      ${entry(words[receipt.kind === 'rating' ? 'receipt.kind' : 'receipt.to'], html`<span lang=${title.lang}>${title.text}</span>`)}
      ${entry(words[`receipt.received-${kind}`], time(receipt.receivedAt, language), kind === 'day' ? words['receipt.anonymous'] : '')}
      ${receipt.completedAt ? entry(words[`receipt.completed-${kind}`], time(receipt.completedAt, language)) : ''}
      ${entry(words['receipt.state'], words['receipt.state-received'])}
      ${entry(words['receipt.code'], renderCode(receipt.receiptCode), words['receipt.code-help'])}
      ${entry(words['receipt.id'], html`<code>${receipt.id}</code>`)}
      ${entry(words['receipt.hash'], html`<code>${receipt.contentHash}</code>`, words['receipt.hash-help'])}
    </dl>
    <p class="privacy">${words['receipt.privacy']}</p>
  `;
}

/** Said in place of a receipt: what may be wrong, and what to do. */
export function renderMissing(language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`
    <h1>${words['missing.heading']}</h1>
    <p>${words['missing.check']}</p>
    <p>${words['missing.queued']}</p>
    <p>${words['missing.help']}</p>
  `;
}
