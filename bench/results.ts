import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { toMarkdown } from './print.ts';
import type { Table } from './table.ts';

const folder = new URL('./results/', import.meta.url);
const latest = new URL('latest.json', folder);

interface Kept {
  /** When, on what and at which commit each table was measured. */
  tables: Record<string, Table & { measuredAt: string; machine: string; commit: string; quick: boolean }>;
}

/** Keeps a table beside the earlier ones of other names, and rewrites the page for people. */
export function keep(table: Table, quick: boolean): void {
  mkdirSync(folder, { recursive: true });
  const kept: Kept = existsSync(latest) ? (JSON.parse(readFileSync(latest, 'utf8')) as Kept) : { tables: {} };
  kept.tables[table.name] = {
    ...table,
    measuredAt: new Date().toISOString(),
    machine: machine(),
    commit: commit(),
    quick,
  };
  const sorted = Object.fromEntries(
    Object.entries(kept.tables).toSorted(([, a], [, b]) => (a.title < b.title ? -1 : 1)),
  );
  writeFileSync(latest, `${JSON.stringify({ tables: sorted }, null, 1)}\n`);
  writeFileSync(new URL('README.md', folder), page({ tables: sorted }));
}

function page({ tables }: Kept): string {
  const sections = Object.values(tables).map((table) => {
    const how = `Measured ${table.measuredAt.slice(0, 10)} at commit ${table.commit} on ${table.machine}${table.quick ? ', few repetitions' : ''}.`;
    return `${toMarkdown(table)}\n${how}\n`;
  });
  const head = [
    '# What the kit costs',
    '',
    'Written by `pnpm bench`; `latest.json` holds every single figure. Trust the ratios inside one table, which come',
    'from one interleaved run, not the absolute times. *Floor* is the limit measured in the same run: bare Lit unless',
    'the row says otherwise. Figures of peers are quoted from our measurement of their published packages.',
    '',
  ];
  return [...head, ...sections].join('\n');
}

const machine = () => `${cpus().length} cores, Node ${process.versions.node}`;

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
