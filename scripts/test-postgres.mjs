// The server's tests on PostgreSQL: those of test/unit that touch the database, its own in test/postgres, and those of
// the faults that need one to kill.
// `pnpm test:postgres FILE…` runs only those. On the server that DATABASE_URL names (its user may create databases and
// is a superuser), else on one started for this run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeSuite } from './lib/close-suite.mjs';
import { runNodeTests } from './lib/node-tests.mjs';
import { root } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';

const server = join('packages', 'server', 'test');
const PATTERNS = [`${server}/unit/**/*.test.ts`, 'packages/{server,faults}/test/postgres/**/*.test.ts'];

const touchesDatabase = (file) =>
  file.includes(join('test', 'postgres')) ||
  (!file.includes(join('unit', 'sqlite')) &&
    /from '[./]*support\/(?:database|test-server)\.ts'/.test(readFileSync(join(root, file), 'utf8')));

const given = process.env.DATABASE_URL;
const cluster = given ? { url: given, stop: async () => undefined } : await startPostgres({ durable: false });
process.on('exit', () => cluster.kill?.());
const counts = await runNodeTests('postgres', PATTERNS, {
  timeout: 120_000,
  concurrency: 2,
  only: touchesDatabase,
  setup: join(root, server, 'support', 'postgres-template.ts'),
  env: { CMTO_TEST_DATABASE_URL: cluster.url },
});
await cluster.stop();
closeSuite('postgres', counts);
