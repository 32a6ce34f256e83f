import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { languageNames, pageLanguages, wordsOf, type PageLanguage } from './language.ts';

/** What a hosted page consists of. */
export interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  readonly main: unknown;
}

/** Own style sheet, own pages, nothing else: no script, no frame, no form. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page with a form: besides, the kit's own scripts and the service's API, and no other site's. */
export const formPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** The frame of every hosted page: landmarks, languages, one style sheet. */
export function renderDocument({ language, title, main }: Page): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`<!doctype html>
    <html lang=${language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="stylesheet" href="/hosted/hosted.css" />
        <link rel="icon" href="/hosted/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <a class="skip" href="#main">${words['site.skip']}</a>
          <p class="institution">${words['site.institution']}</p>
          <nav aria-label=${words['site.languages']}>
            <ul>
              ${pageLanguages.map((other) => renderLanguageLink(other, language))}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
      </body>
    </html>`;
}

const renderLanguageLink = (language: PageLanguage, current: PageLanguage): ServerRenderedTemplate =>
  language === current
    ? html`<li><span lang=${language} aria-current="true">${languageNames[language]}</span></li>`
    : html`<li>
        <a href=${`?lang=${language}`} lang=${language} hreflang=${language}>${languageNames[language]}</a>
      </li>`;
