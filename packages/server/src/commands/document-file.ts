import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sectionSchema } from '@cmto/contract/schemas';
import type { Section as ReadSection } from '@cmto/documents';
import { readHtml } from '@cmto/documents/html';
import { readMarkdown } from '@cmto/documents/markdown';
import { toSection } from '../consultations/to-sections.ts';

/** A plan of a thousand pages has less. */
const sizeLimit = 3_000_000;

/** The definition with its document's text in it, or what is wrong with that text, by line. */
export type Whole = { readonly value: unknown; readonly errors?: undefined } | { readonly errors: readonly string[] };

/**
 * Puts in the place of `document.file`, the name of a Markdown or HTML file beside the definition, the sections of that
 * file. Whatever else the definition says is left to the contract to judge.
 */
export function withSections(path: string, value: unknown): Whole {
  const { document } = (value ?? {}) as { document?: { file?: unknown } };
  const name = document?.file;
  if (document === undefined || typeof name !== 'string') return { value };
  const file = join(dirname(path), name);
  // What a file names is not to reach other folders.
  if (!/^[\w. -]{1,200}$/.test(name) || name.startsWith('.'))
    return { errors: [`${path}: document.file: “${name}” is no name of a file beside this one`] };
  const read = readSections(file);
  if (typeof read === 'string') return { errors: [read] };
  const errors = faultsOf(file, read);
  if (errors.length > 0) return { errors };
  const { file: _, ...rest } = document;
  return { value: { ...(value as object), document: { ...rest, sections: read.map(toSection) } } };
}

/** What stands before the first heading belongs to no section. */
function readSections(file: string): ReadSection[] | string {
  try {
    if (statSync(file).size > sizeLimit) return `${file}: larger than ${sizeLimit} bytes`;
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const { sections } = /\.html?$/i.test(file) ? readHtml(text) : readMarkdown(text);
    return sections.filter(({ level }) => level > 0);
  } catch (error) {
    return `${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

function faultsOf(file: string, sections: readonly ReadSection[]): string[] {
  if (sections.length === 0) return [`${file}:1: no headings, as “# Title”: a document is commented on by section`];
  const lines = new Map(sections.map(({ id, line }) => [id, line]));
  return sections.flatMap((section) => {
    const { heading, line, clash } = section;
    if (clash !== undefined) return [`${file}:${line}: the name “${clash}” is already on line ${lines.get(clash)}`];
    const parsed = sectionSchema.safeParse(toSection(section));
    const issues = parsed.success ? [] : parsed.error.issues;
    return issues.map(
      ({ path, message }) => `${file}:${line}: “${heading.slice(0, 80)}”: ${path.join('.')}: ${message}`,
    );
  });
}
