import type { DatabaseKind, Row, RunOptions } from './run.ts';

/** How much is done on each database. */
type Amounts = Readonly<Partial<Record<DatabaseKind, number>>>;

/** One line of the command's table. Its code is loaded when it is run. */
export interface Entry {
  readonly name: string;
  readonly quick: Amounts;
  readonly full: Amounts;
  load(): Promise<(options: RunOptions) => Promise<Row>>;
}

export const allRuns: readonly Entry[] = [
  {
    name: 'submissions',
    quick: { sqlite: 20_000, postgres: 4000 },
    full: { sqlite: 1_000_000, postgres: 100_000 },
    load: async () => (await import('./submissions.ts')).submissions,
  },
  {
    name: 'same-key',
    quick: { sqlite: 500, postgres: 100 },
    full: { sqlite: 10_000, postgres: 10_000 },
    load: async () => (await import('./same-key.ts')).sameKey,
  },
  {
    name: 'server-kills',
    quick: { sqlite: 15, postgres: 15 },
    full: { sqlite: 500, postgres: 500 },
    load: async () => (await import('./server-kills.ts')).serverKills,
  },
  {
    name: 'browser-kills',
    quick: { sqlite: 15, postgres: 15 },
    full: { sqlite: 500, postgres: 500 },
    load: async () => (await import('./browser-kills.ts')).browserKills,
  },
  {
    name: 'two-servers',
    quick: { postgres: 6 },
    full: { postgres: 200 },
    load: async () => (await import('./server-kills.ts')).twoServers,
  },
  {
    name: 'database-cuts',
    quick: { postgres: 6 },
    full: { postgres: 200 },
    load: async () => (await import('./server-kills.ts')).databaseCuts,
  },
  {
    name: 'database-kills',
    quick: { postgres: 6 },
    full: { postgres: 200 },
    load: async () => (await import('./database-kills.ts')).databaseKills,
  },
  {
    name: 'attachments',
    quick: { sqlite: 20, postgres: 4 },
    full: { sqlite: 1000, postgres: 100 },
    load: async () => (await import('./attachments.ts')).attachments,
  },
  {
    name: 'request-attachments',
    quick: { sqlite: 10, postgres: 10 },
    full: { sqlite: 1000, postgres: 1000 },
    load: async () => (await import('./attachments.ts')).requestAttachments,
  },
  {
    name: 'registrations',
    quick: { sqlite: 2000, postgres: 2000 },
    full: { sqlite: 100_000, postgres: 100_000 },
    load: async () => (await import('./registrations.ts')).registrations,
  },
  {
    name: 'official-registers',
    quick: { sqlite: 15, postgres: 15 },
    full: { sqlite: 1000, postgres: 1000 },
    load: async () => (await import('./official-registers.ts')).officialRegisters,
  },
  {
    name: 'register',
    quick: { sqlite: 2000, postgres: 2000 },
    full: { sqlite: 100_000, postgres: 100_000 },
    load: async () => (await import('./register.ts')).register,
  },
  {
    name: 'chromium',
    quick: { sqlite: 300 },
    full: { sqlite: 20_000 },
    load: async () => (await import('./browser.ts')).chromium,
  },
  {
    name: 'firefox',
    quick: { sqlite: 50 },
    full: { sqlite: 5000 },
    load: async () => (await import('./browser.ts')).firefox,
  },
  {
    name: 'webkit',
    quick: { sqlite: 50 },
    full: { sqlite: 5000 },
    load: async () => (await import('./browser.ts')).webkit,
  },
  {
    name: 'ratio',
    quick: { postgres: 4 },
    full: { postgres: 15 },
    load: async () => (await import('./ratio.ts')).ratio,
  },
  {
    name: 'fuzz',
    quick: { sqlite: 100_000 },
    full: { sqlite: 10_000_000 },
    load: async () => (await import('./fuzz.ts')).fuzz,
  },
];
