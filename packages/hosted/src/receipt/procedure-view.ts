import type { RequestStatus } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry, time } from './entry.ts';
import { inLanguage } from './in-language.ts';
import { describeLastDay } from './instant.ts';

/** What law 241/1990 has an applicant told (art. 8): who answers for it, by when, and what follows if nobody does. */
export function renderProcedure(request: RequestStatus, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  const { procedure } = request;
  const { contacts, steps = [] } = procedure;
  const text = (localized: typeof procedure.title): ServerRenderedTemplate => inLanguage(localized, request, language);
  const isOpen = request.state !== 'closed' && request.state !== 'withdrawn';
  return html`<section>
    <h2>${words['procedure.heading']}</h2>
    <dl>
      ${entry(words['procedure.title'], text(procedure.title))} ${entry(words['procedure.unit'], text(procedure.unit))}
      ${procedure.officer ? entry(words['procedure.officer'], procedure.officer) : ''}
      ${renderContacts(contacts, words['procedure.contacts'])}
      ${
        procedure.deadline && isOpen
          ? entry(
              words['procedure.deadline'],
              html`<time datetime=${procedure.deadline}>${describeLastDay(procedure.deadline, language)}</time>`,
            )
          : ''
      }
      ${procedure.suspendedAt && isOpen ? entry(words['procedure.suspended'], time(procedure.suspendedAt, language)) : ''}
      ${isOpen ? entry(words['procedure.silence'], words[`silence.${toldSilence(procedure.silence, request.isFormal)}`]) : ''}
    </dl>
    ${
      steps.length > 0 && isOpen
        ? html`<h3>${words['procedure.steps']}</h3>
            <ol>
              ${steps.map((step) => html`<li>${text(step)}</li>`)}
            </ol>`
        : ''
    }
  </section>`;
}

function renderContacts({ email, pec, phone }: RequestStatus['procedure']['contacts'], term: string): unknown {
  const ways = [email, pec && `PEC ${pec}`, phone].filter(Boolean);
  return ways.length > 0 ? entry(term, ways.join(' · ')) : '';
}
