import type { Row, Table } from './table.ts';

const headings = ['', 'measured', 'floor', 'best peer', 'target', 'reached'] as const;

const cells = (row: Row): string[] => [
  row.name,
  row.measured,
  row.floor,
  row.peer,
  row.target,
  row.reached === undefined ? '' : row.reached ? 'yes' : 'NO',
];

/** The table for a terminal, columns aligned. */
export function toText(table: Table): string {
  const lines = [[...headings], ...table.rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) =>
    `  ${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  );
  text.splice(1, 0, `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  return [table.title, ...text, ...table.notes.map((note) => `  ${note}`), ''].join('\n');
}

/** The same for a page of Markdown. */
export function toMarkdown(table: Table): string {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rows = [line(headings), '|---|---:|---:|---:|---:|---|', ...table.rows.map((row) => line(cells(row)))];
  return [`## ${table.title}`, '', ...rows, '', ...table.notes.map((note) => `- ${note}`), ''].join('\n');
}
