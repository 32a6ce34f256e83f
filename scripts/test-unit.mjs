// Unit tests: pure rules, server and scripts, in Node alone. `pnpm test:unit FILE…` runs only those.
import { runNodeTests } from './lib/node-tests.mjs';
import { closeSuite } from './lib/close-suite.mjs';

const PATTERNS = ['packages/*/test/unit/**/*.test.ts', 'demo/test/unit/**/*.test.ts', 'scripts/test/**/*.test.mjs'];

const counts = await runNodeTests('unit', PATTERNS, { timeout: 120_000, concurrency: 2 });
closeSuite('unit', counts);
