import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Letter } from './letter.ts';

/** A letter as an HTML page without styles, images or anything that is fetched: it reads the same everywhere. */
export async function letterHtml({ language, subject, paragraphs, facts, link, footer }: Letter): Promise<string> {
  const page = html`<!doctype html>
    <html lang=${language}>
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        ${
          facts.length > 0
            ? html`<ul>
                ${facts.map(({ term, value }) => html`<li>${term}: <strong>${value}</strong></li>`)}
              </ul>`
            : ''
        }
        ${link ? html`<p><a href=${link.value}>${link.term}</a></p>` : ''}
        <hr />
        <p>${footer}</p>
      </body>
    </html>`;
  return collectResult(render(page));
}
