import type { RequestStatus } from '@cmto/contract';
import { boxedMessage } from '@cmto/contract/rules/said-once';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry, renderCode, time } from './entry.ts';
import { renderFiles } from './file-view.ts';
import { inLanguage } from './in-language.ts';
import { describeDate, describeLastDay } from './instant.ts';
import { renderProcedure } from './procedure-view.ts';
import type { SentDocument } from './sent-document.ts';
import { renderSent } from './sent-view.ts';
import { renderMessages, renderTimeline } from './timeline-view.ts';

/** All that the receipt in PDF says and what has become of the request, for the person who holds the code. */
export function renderRequest(
  request: RequestStatus,
  document: SentDocument | undefined,
  language: PageLanguage,
): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`
    <h1>${words['request.heading']}</h1>
    ${request.state === 'unconfirmed' ? html`<p class="notice">${words['request.unconfirmed']}</p>` : ''}
    <p>${words[request.isFormal ? 'request.formal' : 'request.informal']}</p>
    <dl>
      ${entry(words['request.to'], inLanguage(request.title, request, language))}
      ${entry(words['request.subject'], html`<span lang="it" dir="auto">${request.subject}</span>`)}
      ${entry(words['receipt.state'], words[`state.${request.state}`])} ${renderNumbers(request, language)}
      ${entry(words['request.received'], time(request.receivedAt, language))}
      ${renderIdentity(request, document, language)}
      ${entry(words['receipt.code'], renderCode(request.receiptCode), words['request.code-help'])}
    </dl>
    <p><a href=${`/r/${request.receiptCode}/pdf`} hreflang="it">${words['request.pdf']}</a></p>
    <p>${words['request.print']}</p>
    ${renderOutcome(request, language)} ${renderAsked(request, language)} ${renderProcedure(request, language)}
    ${renderTimeline(request, language)} ${renderMessages(request, language)} ${renderSent(request, document, language)}
  `;
}

function renderNumbers({ register, official }: RequestStatus, language: PageLanguage): unknown {
  const words = wordsOf(language);
  const help = register?.status === 'annulled' ? words['request.annulled'] : words['request.number-help'];
  return [
    register ? entry(words['request.number'], `${register.code}-${register.year}/${register.number}`, help) : '',
    official
      ? entry(
          words['request.official'],
          `${official.register} ${official.number} · ${describeDate(official.date, language)}`,
        )
      : '',
  ];
}

/** How it is known whose request it is; nothing where nobody was asked. */
function renderIdentity(
  { timeline }: RequestStatus,
  document: SentDocument | undefined,
  language: PageLanguage,
): unknown {
  const words = wordsOf(language);
  if (document?.signedIn) {
    const { givenName, familyName, taxCode } = document.signedIn;
    const told = words['request.signed-in-as']
      .replace('{taxCode}', () => taxCode)
      .replace('{name}', () => `${givenName} ${familyName}`);
    return entry(words['request.signed-in'], html`<span dir="auto">${told}</span>`);
  }
  const confirmed = timeline.find(({ event }) => event === 'confirmed');
  return confirmed ? entry(words['request.email-confirmed'], time(confirmed.at, language)) : '';
}

function renderOutcome(request: RequestStatus, language: PageLanguage): unknown {
  const { outcome } = request;
  if (!outcome) return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['outcome.heading']}</h2>
    <p class="notice"><strong>${words[`outcome.${outcome.kind}`]}</strong></p>
    <h3>${words['outcome.reasons']}</h3>
    <p class="lines" dir="auto">${outcome.reasons}</p>
    ${renderFiles(boxedMessage(request)?.attachments ?? [], request.receiptCode, language)}
  </section>`;
}

function renderAsked(request: RequestStatus, language: PageLanguage): unknown {
  const { asked, state } = request;
  if (!asked || state !== 'waiting') return '';
  const words = wordsOf(language);
  return html`<section>
    <h2>${words['asked.heading']}</h2>
    <p class="notice lines" dir="auto">${asked.text}</p>
    ${renderFiles(boxedMessage(request)?.attachments ?? [], request.receiptCode, language)}
    ${
      asked.dueAt
        ? html`<p>
            ${words['asked.due']} <time datetime=${asked.dueAt}>${describeLastDay(asked.dueAt, language)}</time>
          </p>`
        : ''
    }
    <p>${words['asked.how']}</p>
  </section>`;
}
