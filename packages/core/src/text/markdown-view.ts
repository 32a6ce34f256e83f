import { type Block, type Inline, parseMarkdown } from '@cmto/contract/rules/markdown';
import { html, type TemplateResult } from 'lit-html';
import type { Quote } from './rich-text.ts';

const renderInline = (inline: Inline, quote: Quote): unknown => {
  const children = (): unknown[] =>
    inline.type === 'text' ? [] : inline.children.map((child) => renderInline(child, quote));
  switch (inline.type) {
    case 'strong':
      return html`<strong>${children()}</strong>`;
    case 'em':
      return html`<em>${children()}</em>`;
    case 'link':
      return html`<a href=${inline.href}>${children()}</a>`;
    default:
      return quote(inline.text);
  }
};

const renderBlock = (block: Block, quote: Quote): TemplateResult => {
  const all = (inlines: readonly Inline[]): unknown[] => inlines.map((inline) => renderInline(inline, quote));
  if (block.type !== 'list') return html`<p>${all(block.children)}</p>`;
  const items = block.items.map((item) => html`<li>${all(item)}</li>`);
  return block.ordered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
};

/** The Markdown subset as templates, never as an HTML string; links were limited to safe schemes when parsed. */
export const renderMarkdown = (source: string, quote: Quote): TemplateResult[] =>
  parseMarkdown(source).map((block) => renderBlock(block, quote));
