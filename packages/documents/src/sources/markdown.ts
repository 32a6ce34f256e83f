import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, ParagraphKind, TextDocument } from '../model/text-document.ts';
import { toDocument } from '../model/to-document.ts';

/** `## Title {#id}`, as many editors write it. */
const ownId = /\s*\{#([^{}\s]+)\}$/u;

function* blocksOf(node: Nodes, kind: ParagraphKind): Generator<Block> {
  switch (node.type) {
    case 'heading': {
      const text = toString(node);
      const id = ownId.exec(text)?.[1];
      const line = node.position?.start.line;
      yield {
        type: 'heading',
        level: node.depth,
        text: text.replace(ownId, ''),
        ...(id ? { id } : {}),
        ...(line ? { line } : {}),
      };
      return;
    }
    case 'paragraph':
      yield { type: 'paragraph', kind, text: toString(node) };
      return;
    case 'tableRow':
      yield { type: 'paragraph', kind: 'row', text: node.children.map((cell) => toString(cell)).join(' · ') };
      return;
    case 'code':
      yield { type: 'paragraph', kind: 'code', text: node.value };
      return;
    // Markup within Markdown is text: nothing of it is ever run or shown as anything else.
    case 'html':
      yield { type: 'paragraph', kind, text: node.value };
      return;
    case 'listItem':
      yield* inside(node, 'item');
      return;
    case 'blockquote':
      yield* inside(node, 'quote');
      return;
    default:
      if ('children' in node) yield* inside(node, kind);
  }
}

function* inside(node: Parents, kind: ParagraphKind): Generator<Block> {
  for (const child of node.children) yield* blocksOf(child, kind);
}

/** Reads Markdown (CommonMark with tables). Anything is Markdown: it never fails. */
export const readMarkdown = (source: string): TextDocument =>
  toDocument(
    blocksOf(fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), 'text'),
  );
