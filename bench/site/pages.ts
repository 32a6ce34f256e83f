import type { Survey } from '@cmto/contract/schemas';
import { htmlForm, htmlScript } from './html-form.ts';

/** Who is compared: the two limits, the same chain of requests with bare Lit, and the kit. */
export const competitors = ['html', 'lit', 'chain', 'kit'] as const;
export type Competitor = (typeof competitors)[number];

/** How each is called in tables and notes. */
export const names: Record<Competitor, string> = {
  html: 'plain HTML form',
  lit: 'bare Lit element, definition inlined',
  chain: 'bare Lit, same chain',
  kit: 'the kit',
};

const shell = (head: string, body: string) =>
  `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Misura</title><meta name="viewport" content="width=device-width">${head}</head><body><main><h1>Pagina di misura</h1>${body}</main></body></html>`;

const module = (src: string) => `<script type="module" src="${src}"></script>`;

/** The page a competitor is measured on; every widget in it carries `data-widget`. */
export function pageOf(competitor: Competitor, surveys: readonly Survey[]): string {
  switch (competitor) {
    case 'html': {
      const style = '<style>label{display:block}.field{margin:1em 0}</style>';
      return shell(style, surveys.map(htmlForm).join('') + htmlScript(surveys));
    }
    case 'lit': {
      // `<` escaped: the definitions are data inside a script element.
      const data = JSON.stringify(surveys).replaceAll('<', '\\u003c');
      const definitions = `<script type="application/json" id="definitions">${data}</script>`;
      return shell(module('/floor/lit-inlined.js'), definitions + tags('lit-survey', surveys));
    }
    case 'chain':
      return shell(module('/floor/lit-loader.js'), tags('lit-survey', surveys));
    case 'kit':
      return shell(module('/kit/v1/cmto.js'), tags('cmto-survey', surveys));
  }
}

const tags = (tag: string, surveys: readonly Survey[]) =>
  surveys.map((survey) => `<${tag} data-widget slug="${survey.slug}"></${tag}>`).join('');
