import { whole } from './run.ts';
import type { TimedRow } from './run-one.ts';

const verdictOf = ({ wrong, skipped }: TimedRow): string =>
  skipped === undefined ? (wrong.length === 0 ? 'sound' : 'WRONG') : 'skipped';

const headings = ['', 'database', 'done', 'quick / full', 'lost', 'twice', 'altered', '', 'seconds'];

/** Of what is not answers, or did not come so far, there is nothing to count. */
const uncounted = { lost: '–', twice: '–', altered: '–' };

const cells = (row: TimedRow): string[] => {
  const { lost, twice, altered } = row.losses ?? uncounted;
  const { quick, full } = row.asked;
  return [
    row.name,
    row.database,
    row.skipped ?? row.done,
    `${whole(quick)} / ${whole(full)}`,
    ...[lost, twice, altered].map(String),
    verdictOf(row),
    String(row.seconds),
  ];
};

/** The rows for a terminal, as the figures to be reached are told, columns aligned; under them what went wrong. */
export const toTable = (rows: readonly TimedRow[]): string => {
  const lines = [headings, ...rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const aligned = lines.map((line) =>
    `  ${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  );
  const wrong = rows.flatMap((row) => row.wrong.map((words) => `  WRONG ${row.name} (${row.database}): ${words}`));
  return [...aligned, ...wrong].join('\n');
};

/** Whether all is as it should be; that nothing was run is not. */
export const isSound = (rows: readonly TimedRow[], { requireAll }: { readonly requireAll: boolean }): boolean =>
  rows.length > 0 && rows.every(({ wrong, skipped }) => wrong.length === 0 && !(requireAll && skipped !== undefined));
