import type { Section } from '@cmto/contract';

/** A section as it was read, with its heading's line in the file, from 1. */
export interface ReadSection extends Section {
  readonly line: number;
}

const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const namedHeading = /^(.*?)[ \t]*\{#([^{}\s]+)\}$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** The name of a section: its number, as `2.1`, else its words. */
const nameOf = (title: string): string => {
  const number = /^(\d+(?:\.\d+)*)(?=[.)\s]|$)/.exec(title)?.[1];
  if (number !== undefined) return number;
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    words
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'sezione'
  );
};

/**
 * The sections of a Markdown text, one for each heading written with `#`; `## Title {#name}` gives it a name of its own,
 * else its number or its words do. What stands before the first heading is left out.
 */
export function sectionsOfMarkdown(markdown: string): ReadSection[] {
  const sections: { id: string; title: string; level: number; line: number; lines: string[] }[] = [];
  const taken = new Set<string>();
  let open: string | undefined;
  markdown.split(/\r\n|\r|\n/).forEach((text, at) => {
    const mark = fence.exec(text)?.[1];
    if (mark && (open === undefined || mark.startsWith(open))) open = open === undefined ? mark : undefined;
    const [, signs, words = ''] = (open === undefined && heading.exec(text)) || [];
    if (signs === undefined || words === '') return void sections.at(-1)?.lines.push(text);
    const [, title = words, given] = namedHeading.exec(words) ?? [];
    // A name that was given stands as it is: given twice, it is for the editor to mend.
    const id = given ?? freeName(nameOf(title), taken);
    taken.add(id);
    sections.push({ id, title, level: signs.length, line: at + 1, lines: [] });
  });
  return sections.map(({ lines, ...section }) => {
    const text = lines.join('\n').trim();
    return text === '' ? section : { ...section, text };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count += 1) if (!taken.has(`${name}-${count}`)) return `${name}-${count}`;
}
