// End to end: the built kit, the real server and a real browser, driven as a person would. Needs `pnpm build` first.
import { runNodeTests } from './lib/node-tests.mjs';
import { closeSuite } from './lib/close-suite.mjs';
import { requireBrowser } from './lib/require-browser.mjs';

process.env.CHROME_PATH = requireBrowser();
// One file at a time: each starts a server and a browser of its own, and two cores are all we count on.
const counts = await runNodeTests('e2e', ['packages/testing/e2e/**/*.test.ts'], {
  timeout: 300_000,
  concurrency: 1,
});
closeSuite('e2e', counts);
