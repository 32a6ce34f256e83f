import type { ContributionStatus } from '@cmto/contract';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry, renderCode, time } from './entry.ts';
import { inLanguage } from './in-language.ts';
import { isWholeDay } from './instant.ts';

/** What became of a contribution, for the person who holds the code: whether it is published, why not, what the office says. */
export function renderContribution(receipt: ContributionStatus, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  const { register, section, flags } = receipt;
  const kind = isWholeDay(receipt.receivedAt) ? 'day' : 'instant';
  return html`
    <h1>${words['contribution.heading']}</h1>
    ${flags?.includes('late') ? html`<p class="notice">${words['receipt.late']}</p>` : ''}
    <dl>
      ${entry(words['contribution.to'], inLanguage(receipt.title, receipt, language))}
      ${section === undefined ? '' : entry(words['contribution.section'], html`<span dir="auto">${section}</span>`)}
      ${entry(words['receipt.state'], words[`contribution.state.${receipt.state}`])}
      ${register ? entry(words['request.number'], `${register.code}-${register.year}/${register.number}`, words['request.number-help']) : ''}
      ${entry(words[`receipt.received-${kind}`], time(receipt.receivedAt, language))}
      ${entry(words['contribution.agreements'], String(receipt.agreements))}
      ${entry(words['contribution.id'], html`<code>${receipt.contribution}</code>`, words['contribution.id-help'])}
      ${entry(words['receipt.code'], renderCode(receipt.receiptCode), words['receipt.code-help'])}
      ${entry(words['receipt.hash'], html`<code>${receipt.contentHash}</code>`, words['receipt.hash-help'])}
    </dl>
    ${renderRefusal(receipt, language)} ${renderAnswer(receipt, language)} ${renderUses(receipt, language)}
    ${renderHistory(receipt, language)}
  `;
}

function renderRefusal({ refusal, mayAppeal, ...receipt }: ContributionStatus, language: PageLanguage): unknown {
  if (!refusal) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['contribution.refusal']}</h2>
    <p class="notice">${inLanguage(refusal.label, receipt, language)}</p>
    ${refusal.note === undefined ? '' : html`<p class="lines" dir="auto">${refusal.note}</p>`}
    ${mayAppeal ? html`<p>${words['contribution.appeal']}</p>` : ''}
  </section>`;
}

function renderAnswer({ answer }: ContributionStatus, language: PageLanguage): unknown {
  if (!answer) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['contribution.answer']}</h2>
    <p class="notice"><strong>${words[`contribution.outcome.${answer.outcome}`]}</strong></p>
    <p class="lines" dir="auto">${answer.text}</p>
    ${answer.url === undefined ? '' : html`<p><a href=${answer.url} rel="noreferrer">${words['contribution.answer-link']}</a></p>`}
  </section>`;
}

function renderUses({ usedIn }: ContributionStatus, language: PageLanguage): unknown {
  if (usedIn.length === 0) return '';
  return html`<section>
    <h2>${wordsOf(language)['contribution.used']}</h2>
    <ul>
      ${usedIn.map(({ title, url }) => html`<li><a href=${url} rel="noreferrer" dir="auto">${title}</a></li>`)}
    </ul>
  </section>`;
}

function renderHistory({ timeline }: ContributionStatus, language: PageLanguage): unknown {
  if (timeline.length === 0) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['contribution.history']}</h2>
    <ol>
      ${timeline.map(({ at, event }) => html`<li>${time(at, language)} ${words[`contribution.event.${event}`]}</li>`)}
    </ol>
  </section>`;
}
