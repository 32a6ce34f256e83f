import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const part = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../layout/${name}.html`, import.meta.url)), 'utf8').trim();

/** Puts the site's common parts where a page says `<!-- layout:head -->`, `header` or `footer`: the pages stay plain HTML. */
export const layout = (): Plugin => ({
  name: 'layout',
  transformIndexHtml: {
    order: 'pre',
    handler: (page, { path }) =>
      page
        .replace(/<!-- layout:(head|header|footer) -->/g, (_, name: string) => part(name))
        // The link to the page one is on says so.
        .replaceAll(`href=".${path}"`, `href=".${path}" aria-current="page"`),
  },
});
