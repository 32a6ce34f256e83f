/** A piece of running text. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** A paragraph, or a list of lines. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

// Every repetition is bounded, so that no text takes more than linear time. No lookbehind: Safari 16.3 cannot read it.
const marks =
  /\\([\\*[\]()-])|\*\*(\S|\S[^\n]{0,500}?\S)\*\*(?!\*)|\*([^\s*]|[^\s*][^*\n]{0,500}?[^\s*])\*|\[([^[\]\n]{1,500})\]\(([^\s()]{1,2000})\)/gu;

const safeLink = /^(https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

const parseInline = (source: string, depth: number): Inline[] => {
  const result: Inline[] = [];
  let plain = '';
  let end = 0;
  const add = (inline: Inline): void => {
    if (plain !== '') result.push({ type: 'text', text: plain });
    plain = '';
    result.push(inline);
  };
  const nested = (inner: string): Inline[] =>
    depth > 0 ? parseInline(inner, depth - 1) : [{ type: 'text', text: inner }];
  for (const match of source.matchAll(marks)) {
    const [whole, escaped, strong, em, label, href] = match;
    plain += source.slice(end, match.index);
    end = match.index + whole.length;
    if (escaped !== undefined) plain += escaped;
    else if (strong !== undefined) add({ type: 'strong', children: nested(strong) });
    else if (em !== undefined) add({ type: 'em', children: nested(em) });
    else if (href !== undefined && safeLink.test(href)) add({ type: 'link', href, children: nested(label!) });
    else plain += whole;
  }
  plain += source.slice(end);
  if (plain !== '') result.push({ type: 'text', text: plain });
  return result;
};

const item = /^\s{0,3}(?:([-*])|\d{1,3}[.)])\s+(?=\S)/;

const parseBlock = (source: string): Block[] => {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: { ordered: boolean; items: string[] } | undefined;
  const close = (): void => {
    if (list)
      blocks.push({ type: 'list', ordered: list.ordered, items: list.items.map((line) => parseInline(line, 3)) });
    else if (lines.length > 0) blocks.push({ type: 'paragraph', children: parseInline(lines.join(' '), 3) });
    list = undefined;
    lines = [];
  };
  for (const line of source.split('\n')) {
    const mark = item.exec(line);
    if (!mark) {
      // A line without a mark goes on with the item above it.
      if (list) list.items.push(`${list.items.pop()} ${line.trim()}`);
      else lines.push(line.trim());
      continue;
    }
    const ordered = mark[1] === undefined;
    if (list?.ordered !== ordered) close();
    list ??= { ordered, items: [] };
    list.items.push(line.slice(mark[0].length).trim());
  }
  close();
  return blocks;
};

/**
 * Parses the Markdown subset of longer texts: paragraphs, lists, `**strong**`, `*em*`, links to http(s), mailto and
 * tel. Anything else, HTML included, is plain text. Earlier answers are quoted in the tree's texts, never before.
 */
export const parseMarkdown = (source: string): Block[] =>
  source
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((block) => block.trim() !== '')
    .flatMap(parseBlock);
