import { localize, type LocalizedText, type Service } from '@cmto/contract';
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { renderLanguages } from '../document.ts';
import { wordsOf, type PageLanguage } from '../language.ts';
import { entry } from '../receipt/entry.ts';

/** Whether the form, once it is there, lets the person choose among the service's languages. */
export const hasOwnSwitch = ({ languages }: Service): boolean => languages.length > 1;

/**
 * What is inside `noscript` is raw text to the renderer, so its sentence stands beside it, hidden until the sheet in it
 * applies.
 *
 * A service's form on its own origin, where no other site's script can read along (decision 16). What stands inside the
 * tag is shown until the form is there, and stays where scripts do not run: how to apply all the same.
 */
export function renderService(service: Service, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`
    <cmto-request-form slug=${service.slug} heading-level="1">
      ${hasOwnSwitch(service) ? renderLanguages(language) : ''}
      <h1>${inLanguage(service.title)}</h1>
      <noscript><link rel="stylesheet" href="/hosted/no-script.css" /></noscript>
      <p class="notice no-script">${words['service.no-script']}</p>
      ${renderOtherWays(service, language)}
    </cmto-request-form>
    <script type="module" src="/kit/v1/cmto.js"></script>
  `;

  function inLanguage(text: LocalizedText): ServerRenderedTemplate {
    return renderText(text, service, language);
  }
}

/** Certified mail and the office count as much as the form (CAD art. 65, DPR 445/2000 art. 38); a call only asks. */
function renderOtherWays(service: Service, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  const { unit, officer, contacts, days } = service.procedure;
  const { pec, email, phone } = contacts;
  return html`
    <h2>${words['service.other-ways']}</h2>
    <p>${words['service.other-ways-help']}</p>
    <dl>
      ${entry(words['service.unit'], renderText(unit, service, language))}
      ${officer ? entry(words['service.officer'], officer) : ''}
      ${pec ? entry(words['service.pec'], renderMail(pec)) : ''}
      ${email ? entry(words['service.email'], renderMail(email)) : ''}
      ${phone ? entry(words['service.phone'], phone) : ''} ${entry(words['service.days'], String(days))}
    </dl>
  `;
}

const renderMail = (address: string): ServerRenderedTemplate => html`<a href=${`mailto:${address}`}>${address}</a>`;

function renderText(text: LocalizedText, { languages }: Service, language: PageLanguage): ServerRenderedTemplate {
  const found = localize(text, language, languages);
  return html`<span lang=${found.lang}>${found.text}</span>`;
}

/** Said where no published service has that name. */
export function renderNoService(language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`
    <h1>${words['service.missing']}</h1>
    <p>${words['service.missing-help']}</p>
  `;
}
