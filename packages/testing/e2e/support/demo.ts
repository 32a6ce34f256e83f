import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './command.ts';

/** The pages of a built demo, by their file names: a page that is added is tested by that alone. */
export const builtPages = (folder = 'demo/dist'): readonly string[] => {
  const pages = readdirSync(join(root, folder)).filter((name) => name.endsWith('.html'));
  if (pages.length === 0) throw new Error(`there is no page in ${folder}: run \`pnpm build\` first`);
  return pages;
};

/** What a tag shows once it has something to say: a question, a message, a button. */
const shown = '[data-field], [part~=message], button, input';

/** Waits until every tag on the page that can be seen shows what it is there for. */
export const untilShown = async (page: Page): Promise<void> => {
  const tags = page.locator(':is(cmto-survey, cmto-rating, cmto-request-form, cmto-request-status):not([hidden])');
  for (const tag of await tags.all()) {
    await tag.locator(shown).first().waitFor();
    await tag.getByText(/^(Caricamento|Loading|Chargement)/).waitFor({ state: 'detached' });
  }
};
