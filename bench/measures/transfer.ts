import type { Browser } from 'playwright-core';
import { load, type Loaded, present, publish } from '../loading.ts';
import { surveyOf } from '../site/definition.ts';
import { isKitBuilt, surveyFiles } from '../site/kit-files.ts';
import { type Competitor, names } from '../site/pages.ts';
import type { Site } from '../site/server.ts';
import { count, kB } from '../statistics.ts';
import { atMost, information, type Row, type Table } from '../table.ts';

interface Transfer {
  code: number;
  requests: number;
  outside: number;
  files: Record<string, number>;
}

/** S1: what crosses the network before the first question can be answered. */
export async function run(browser: Browser, site: Site): Promise<Table> {
  const surveys = [surveyOf('venti', { questions: 20, pages: 4 })];
  const paths = publish(site, 'transfer', surveys);
  const found = {} as Record<Competitor, Transfer>;
  for (const competitor of present()) {
    // On a slow network, so that what starts after the first question cannot overtake it.
    const loaded = await load(browser, site, paths[competitor], surveys, { slowNetwork: true });
    found[competitor] = transferOf(site, loaded);
  }
  const all = isKitBuilt() ? await everything(site) : undefined;
  const rows: Row[] = [
    information('JS + CSS, definition inlined', kB(found.lit.code)),
    information('JS + CSS, loader and element', kB(found.chain.code)),
  ];
  if (found.kit && all) rows.push(...kitRows(found.kit, all, kB(found.chain.code)));
  return {
    name: 'transfer',
    title: 'S1 Transfer: 20 questions on 4 pages, brotli level 11',
    rows,
    notes: [
      'Counted are the requests that began before the first question was usable, on Slow 4G; 1 kB = 1000 bytes.',
      'Everything: what a survey imports now or later, all languages together; other tags are left out, as `pnpm size` does.',
    ],
    raw: { found, everything: all, names },
  };
}

function transferOf(site: Site, loaded: Loaded): Transfer {
  const paths = [...new Set(loaded.early.map((entry) => new URL(entry.url).pathname))];
  const files = Object.fromEntries(paths.map((path) => [path, site.bytesOf(path)?.compressed ?? 0]));
  const code = paths.filter((path) => /\.(js|css)$/.test(path)).reduce((sum, path) => sum + files[path]!, 0);
  return { code, requests: loaded.early.length + 1, outside: loaded.outside.length, files };
}

async function everything(site: Site): Promise<Record<string, number>> {
  const paths = await surveyFiles();
  return Object.fromEntries(paths.map((path) => [path, site.bytesOf(`/kit/v1/${path}`)!.compressed]));
}

function kitRows(kit: Transfer, everything: Record<string, number>, floor: string): Row[] {
  const all = Object.values(everything).reduce((sum, bytes) => sum + bytes, 0);
  return [
    atMost('JS + CSS before usable, the kit', kit.code, 16_000, kB, { floor, peer: '300 kB (SurveyJS)' }),
    atMost('requests before usable, document included', kit.requests, 6, count, { floor: '4', peer: '3' }),
    atMost('origins outside', kit.outside, 0, count, { floor: '0', peer: '1 (fonts.gstatic.com)' }),
    atMost('everything a survey can ever load', all, 40_000, kB),
  ];
}
