import { html, type TemplateResult } from 'lit-html';

/** Puts earlier answers into a piece of text: into the tree, so that an answer never becomes markup. */
export type Quote = (text: string) => string;

type Render = (source: string, quote: Quote) => TemplateResult[];

/** Marks of the Markdown subset. Text without any is paragraphs alone, and needs no parser. */
const markup = /[*_[]|^\s{0,3}(-|\d+[.)])\s/m;

const paragraphs: Render = (source, quote) => source.split(/\n\s*\n/).map((text) => html`<p>${quote(text)}</p>`);

let markdown: Render | undefined;

/** Longer text as templates, never as an HTML string. */
export const renderRich: Render = (source, quote) => (markdown ?? paragraphs)(source, quote);

/**
 * Brings the Markdown parser, if any of these texts has marks; true when it has come just now, so that what is shown
 * already has to be shown anew. Rejects when its code cannot be had.
 */
export const loadMarkdown = async (texts: readonly unknown[]): Promise<boolean> => {
  const source = texts.map((text) => JSON.stringify(text)?.replaceAll('\\n', '\n')).join('\n');
  if (markdown || !markup.test(source)) return false;
  markdown = (await import('./markdown-view.ts')).renderMarkdown;
  return true;
};
