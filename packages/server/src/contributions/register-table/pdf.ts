import { list, open, styles } from '../../documents/pdf/sections.ts';
import { TaggedPages } from '../../documents/pdf/tagged-page.ts';
import { it } from '../locales/it.ts';
import { columnWords, type RegisterLine } from './table.ts';

export interface RegisterPdf {
  /** Of the consultation, in Italian. */
  readonly title: string;
  readonly lines: readonly RegisterLine[];
  /** When it was made, milliseconds. */
  readonly at: number;
}

/** Each contribution as a section of its own: eleven columns would not be read on paper, nor aloud. */
export function registerPdf({ title, lines, at }: RegisterPdf): Promise<Buffer> {
  const pages = new TaggedPages({
    title: `${it['table.title']} · ${title}`,
    author: it['table.institution'],
    created: new Date(at),
  });
  pages.text('P', it['table.institution'], styles.institution);
  pages.text('H1', it['table.title'], styles.title);
  pages.text('P', title, styles.notice);
  pages.text('P', it['table.count'].replace('{count}', String(lines.length)), styles.body);
  for (const { number, ...line } of lines) {
    const group = open(pages, `${columnWords('number')} ${number}`);
    const columns = Object.keys(line) as (keyof typeof line)[];
    list(
      pages,
      group,
      columns.map((column) => [columnWords(column), line[column]]),
      styles.body,
    );
  }
  return pages.finish((page, count) =>
    it['table.page'].replace('{page}', String(page)).replace('{pages}', String(count)),
  );
}
