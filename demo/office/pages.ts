import { html, type ServerRenderedTemplate } from '@lit-labs/ssr';
import type { Letter } from './mailbox.ts';
import { people } from './people.ts';

const renderDocument = (title: string, main: unknown): ServerRenderedTemplate =>
  html`<!doctype html>
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="/office.css" />
      </head>
      <body>
        <header>
          <p>Prova del kit di partecipazione – <strong>solo dimostrazione</strong></p>
        </header>
        <main>${main}</main>
      </body>
    </html>`;

/** Where the trial's people say who they are. */
export const renderPeople = (action: string): ServerRenderedTemplate =>
  renderDocument(
    'Identità dimostrativa',
    html`
      <h1>Identità dimostrativa</h1>
      <p class="notice">
        Questa pagina sta al posto di SPID e CIE e <strong>non identifica nessuno</strong>: le persone sono inventate.
        Esiste solo nella prova su questo computer.
      </p>
      <form method="post" action=${action}>
        <p id="who">Scegli chi impersonare:</p>
        <ul aria-labelledby="who">
          ${[...people].map(
            ([id, { givenName, familyName, taxCode }]) =>
              html`<li><button name="who" value=${id}>${givenName} ${familyName}</button> <span>${taxCode}</span></li>`,
          )}
        </ul>
        <p><button name="who" value="" class="cancel">Annulla e torna al modulo</button></p>
      </form>
    `,
  );

/** What the trial's server has written, newest first. */
export const renderLetters = (letters: readonly Letter[]): ServerRenderedTemplate =>
  renderDocument(
    'Posta dimostrativa',
    html`
      <h1>Posta dimostrativa</h1>
      <p class="notice">
        Qui arrivano le e-mail che la prova manda, a chiunque siano indirizzate:
        <strong>nessuna viene spedita davvero</strong>. Si perdono quando la prova si ferma.
      </p>
      <p><a href="/posta">Guarda se c’è posta nuova</a></p>
      ${letters.length === 0 ? html`<p>Ancora nessuna lettera.</p>` : ''}
      ${letters.map(
        ({ to, subject, text }) =>
          html`<article>
            <h2>${subject}</h2>
            <p>A: ${to}</p>
            <pre>${text}</pre>
          </article>`,
      )}
    `,
  );
