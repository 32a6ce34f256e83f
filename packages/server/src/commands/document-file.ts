import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sectionSchema } from '@cmto/contract/schemas';
import { sectionsOfMarkdown, type ReadSection } from '../consultations/model/markdown-sections.ts';

/** A plan of a thousand pages has less. */
const sizeLimit = 3_000_000;

/** The definition with its document's text in it, or what is wrong with that text, by line. */
export type Whole = { readonly value: unknown; readonly errors?: undefined } | { readonly errors: readonly string[] };

/**
 * Puts in the place of `document.file`, the name of a Markdown file beside the definition, the sections of that file.
 * Whatever else the definition says is left to the contract to judge.
 */
export function withSections(path: string, value: unknown): Whole {
  const { document } = (value ?? {}) as { document?: { file?: unknown } };
  const name = document?.file;
  if (document === undefined || typeof name !== 'string') return { value };
  const file = join(dirname(path), name);
  // What a file names is not to reach other folders.
  if (!/^[\w. -]{1,200}$/.test(name) || name.startsWith('.'))
    return { errors: [`${path}: document.file: “${name}” is no name of a file beside this one`] };
  const sections = read(file);
  if (typeof sections === 'string') return { errors: [sections] };
  const errors = faultsOf(file, sections);
  if (errors.length > 0) return { errors };
  const { file: _, ...rest } = document;
  return { value: { ...(value as object), document: { ...rest, sections: sections.map(withoutLine) } } };
}

function read(file: string): ReadSection[] | string {
  try {
    if (statSync(file).size > sizeLimit) return `${file}: larger than ${sizeLimit} bytes`;
    return sectionsOfMarkdown(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return `${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

const nameInLine = ({ title }: ReadSection): string => String(title).slice(0, 80);

const withoutLine = ({ line: _, ...section }: ReadSection) => section;

function faultsOf(file: string, sections: readonly ReadSection[]): string[] {
  if (sections.length === 0) return [`${file}:1: no headings, as “# Title”: a document is commented on by section`];
  const lines = new Map<string, number>();
  return sections.flatMap((section) => {
    const { id, line } = section;
    const first = lines.get(id);
    if (first !== undefined) return [`${file}:${line}: the name “${id}” is already on line ${first}`];
    lines.set(id, line);
    const parsed = sectionSchema.safeParse(withoutLine(section));
    const issues = parsed.success ? [] : parsed.error.issues;
    return issues.map(
      ({ path, message }) => `${file}:${line}: “${nameInLine(section)}”: ${path.join('.')}: ${message}`,
    );
  });
}
