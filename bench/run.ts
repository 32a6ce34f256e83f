import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { toText } from './print.ts';
import { keep } from './results.ts';
import { isKitBuilt } from './site/kit-files.ts';
import { openSite, type Site } from './site/server.ts';
import type { Bench, BenchOptions, Table } from './table.ts';

type PageBench = (browser: Browser, site: Site, options: BenchOptions) => Promise<Table>;

const pages = {
  transfer: './measures/transfer.ts',
  'cold-load': './measures/cold-load.ts',
  scale: './measures/scale.ts',
  interaction: './measures/interaction.ts',
  'ten-widgets': './measures/ten-widgets.ts',
};
/** Benches that need no browser. */
const others = { reattach: './reattach.ts', follow: './follow.ts', server: './server/run.ts' };

const usage = `pnpm bench [--quick] [--keep-results=no] [${[...Object.keys(pages), ...Object.keys(others)].join(' | ')}] …`;

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !(name in pages) && !(name in others));
if (unknown.length || flags.some((flag) => flag !== '--quick' && flag !== '--keep-results=no')) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const options: BenchOptions = { quick: flags.includes('--quick') };
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);

function show(table: Table): void {
  process.stdout.write(`${toText(table)}\n`);
  if (!flags.includes('--keep-results=no')) keep(table, options.quick);
}

const askedPages = Object.entries(pages).filter(([name]) => isAsked(name));
if (askedPages.length) {
  if (!isKitBuilt()) process.stderr.write('The kit is not built (`pnpm build`): measuring the limits alone.\n');
  await using site = await openSite();
  for (const [, file] of askedPages) {
    // A browser for each: what one bench leaves behind must not slow the next.
    const browser = await openBrowser();
    try {
      const { run } = (await import(file)) as { run: PageBench };
      show(await run(browser, site, options));
    } finally {
      await browser.close();
    }
  }
}
for (const [name, file] of Object.entries(others)) {
  if (!isAsked(name)) continue;
  const { run } = (await import(file)) as { run: Bench };
  show(await run(options));
}
