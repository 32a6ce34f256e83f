import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { languageNames, pageLanguages, wordsOf, type PageLanguage } from './language.ts';

/** What a hosted page consists of. */
export interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  readonly main: unknown;
  readonly footer: FooterLinks | undefined;
  /** What is inside has a switch of languages of its own: two would be one too many. */
  readonly speaksForItself?: boolean;
}

/** Addresses that every page of a public body names; what is not set is not shown. */
export interface FooterLinks {
  /** How personal data are treated (GDPR art. 13). */
  readonly privacy?: string | undefined;
  /** The accessibility statement (law 4/2004 art. 3-quater). */
  readonly accessibility?: string | undefined;
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
export function renderDocument({
  language,
  title,
  main,
  footer,
  speaksForItself = false,
}: Page): ServerRenderedTemplate {
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
          ${speaksForItself ? '' : renderLanguages(language)}
        </header>
        <main id="main" tabindex="-1">${main}</main>
        ${renderFooter(footer, language)}
      </body>
    </html>`;
}

/** The page in another language, for whoever has no script. */
export const renderLanguages = (language: PageLanguage): ServerRenderedTemplate =>
  html`<nav aria-label=${wordsOf(language)['site.languages']}>
    <ul>
      ${pageLanguages.map((other) => renderLanguageLink(other, language))}
    </ul>
  </nav>`;

function renderFooter({ privacy, accessibility }: FooterLinks = {}, language: PageLanguage): ServerRenderedTemplate {
  const words = wordsOf(language);
  return html`<footer>
    <p class="institution">${words['site.institution']}</p>
    ${
      privacy || accessibility
        ? html`<ul>
            ${privacy ? html`<li><a href=${privacy}>${words['site.privacy']}</a></li>` : ''}
            ${accessibility ? html`<li><a href=${accessibility}>${words['site.accessibility']}</a></li>` : ''}
          </ul>`
        : ''
    }
  </footer>`;
}

const renderLanguageLink = (language: PageLanguage, current: PageLanguage): ServerRenderedTemplate =>
  language === current
    ? html`<li><span lang=${language} aria-current="true">${languageNames[language]}</span></li>`
    : html`<li>
        <a href=${`?lang=${language}`} lang=${language} hreflang=${language}>${languageNames[language]}</a>
      </li>`;
