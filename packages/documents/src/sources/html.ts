import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Block, ParagraphKind, TextDocument } from '../model/text-document.ts';
import { toDocument } from '../model/to-document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);

/** Elements whose text goes on in the line around them; all others begin a paragraph of their own. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const KINDS: Readonly<Record<string, ParagraphKind>> = { li: 'item', dd: 'item', blockquote: 'quote', pre: 'code' };

const isElement = (node: Node): node is Element => 'tagName' in node;

const own = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

const textOf = (node: Node): string => {
  if ('value' in node) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return ' ';
  return UNREAD.has(node.tagName) ? '' : node.childNodes.map(textOf).join('');
};

const cells = (row: Element): string =>
  row.childNodes
    .filter(isElement)
    .map((cell) => textOf(cell).trim())
    .filter((text) => text !== '')
    .join(' · ');

function* blocksOf(nodes: readonly Node[], kind: ParagraphKind): Generator<Block> {
  let line = '';
  const paragraph = (text: string, as = kind): Block => ({ type: 'paragraph', kind: as, text });
  for (const node of nodes) {
    if (!isElement(node) || INLINE.has(node.tagName) || node.tagName === 'br') {
      line += textOf(node);
      continue;
    }
    if (UNREAD.has(node.tagName) || own(node, 'hidden') !== undefined) continue;
    yield paragraph(line);
    line = '';
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level) {
      const id = own(node, 'id');
      const line = node.sourceCodeLocation?.startLine;
      yield {
        type: 'heading',
        level: Number(level),
        text: textOf(node),
        ...(id ? { id } : {}),
        ...(line ? { line } : {}),
      };
    } else if (node.tagName === 'tr') yield paragraph(cells(node), 'row');
    else yield* blocksOf(node.childNodes, KINDS[node.tagName] ?? kind);
  }
  yield paragraph(line);
}

/** Reads simple HTML, as an editor pastes it. Scripts, styles and what is hidden are left out; it never fails. */
export const readHtml = (source: string): TextDocument =>
  toDocument(blocksOf(parseFragment(source, { sourceCodeLocationInfo: true }).childNodes, 'text'));
