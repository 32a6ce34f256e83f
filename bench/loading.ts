import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Survey } from '@cmto/contract/schemas';
import { type Conditions, freshPage } from './browser.ts';
import { type Load, probe } from './page/probe.ts';
import { controlsOf, shownAtFirst } from './site/definition.ts';
import { isKitBuilt } from './site/kit-files.ts';
import { type Competitor, competitors, names, pageOf } from './site/pages.ts';
import type { Site } from './site/server.ts';
import { median } from './statistics.ts';
import { type MainThread, traced } from './trace.ts';

/** One page load, with what the network saw. */
export interface Loaded extends Load {
  /** Origins asked that are not the site's own. */
  outside: string[];
}

/** Long enough for the slowest limit at four times slower, short enough to notice a kit that never gets ready. */
const PATIENCE = 60_000;

/** The competitors that can be measured now, in the order of each round. */
export const present = (): Competitor[] => competitors.filter((one) => one !== 'kit' || isKitBuilt());

/** Puts the pages of all competitors for these surveys, and the definitions, on the site; path by competitor. */
export function publish(site: Site, name: string, surveys: readonly Survey[]): Record<Competitor, string> {
  for (const survey of surveys) site.put(`/api/v1/surveys/${survey.slug}`, '.json', JSON.stringify(survey));
  const paths = {} as Record<Competitor, string>;
  for (const competitor of competitors) {
    paths[competitor] = `/${name}/${competitor}`;
    site.put(paths[competitor], '.html', pageOf(competitor, surveys));
  }
  return paths;
}

/** Loads a page cold and hands it to `then` while it is open; the load is over when the page has gone quiet. */
export async function load<Result = undefined>(
  browser: Browser,
  site: Site,
  path: string,
  surveys: readonly Survey[],
  conditions: Conditions,
  then?: (page: Page, cdp: CDPSession) => Promise<Result>,
): Promise<Loaded & { then: Result }> {
  const { page, cdp } = await freshPage(browser, conditions);
  const outside = new Set<string>();
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== site.origin && protocol.startsWith('http')) outside.add(origin);
  });
  try {
    const measured = await visit(page, site, path, surveys);
    return { ...measured, outside: [...outside], then: (await then?.(page, cdp)) as Result };
  } finally {
    await page.context().close();
  }
}

/** What the page's main thread itself did, in milliseconds of its own clock: the same on a busy machine. */
export interface Work {
  untilUsable: number;
  altogether: number;
  longestTask: number;
}

/** Loads a page cold, without throttling, and tells its main thread's work from the browser's trace. */
export async function loadWork(browser: Browser, site: Site, path: string, surveys: readonly Survey[]): Promise<Work> {
  const { page } = await freshPage(browser);
  try {
    const { thread } = await traced(browser, page, () => visit(page, site, path, surveys));
    const usable = thread.marks.get('usable:end') ?? Number.NaN;
    const sum = (tasks: MainThread['tasks']) => tasks.reduce((total, { ran }) => total + ran, 0);
    return {
      untilUsable: sum(thread.tasks.filter(({ start }) => start <= usable)),
      altogether: sum(thread.tasks),
      longestTask: Math.max(...thread.tasks.map(({ ran }) => ran)),
    };
  } finally {
    await page.context().close();
  }
}

async function visit(page: Page, site: Site, path: string, surveys: readonly Survey[]): Promise<Load> {
  page.on('pageerror', (error) => process.stderr.write(`bench: ${path}: ${error.message}\n`));
  const controls = surveys.flatMap(shownAtFirst).reduce((sum, field) => sum + controlsOf(field), 0);
  await page.addInitScript(probe, { widgets: surveys.length, controls, quiet: 1000 });
  await page.goto(site.origin + path, { waitUntil: 'commit' });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${path} was not ready after ${PATIENCE} ms`)), PATIENCE).unref();
  });
  return Promise.race([page.evaluate(() => benchLoad), late]);
}

/** Loads A B C D A B C D …, so that a busy moment of the machine falls on all alike. */
export async function interleave<Result>(
  rounds: number,
  once: (competitor: Competitor) => Promise<Result>,
  who: readonly Competitor[] = present(),
): Promise<Record<Competitor, Result[]>> {
  const results: Record<Competitor, Result[]> = { html: [], lit: [], chain: [], kit: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const competitor of who) {
      results[competitor].push(await once(competitor));
      progress(`  round ${round + 1} of ${rounds}: ${names[competitor]}`);
    }
  }
  progress('');
  return results;
}

const progress = (text: string) => process.stderr.isTTY && process.stderr.write(`\r${text.padEnd(76)}\r`);

/** Blocking time: what each long task took beyond 50 ms, all of them from navigation to quiet. */
export const blocking = (load: Load): number =>
  load.longTasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0);

/** The longest task of a load; 0 where none passed 50 ms. */
export const longest = (load: Load): number => Math.max(0, ...load.longTasks.map((task) => task.duration));

/** When the last of the page's widgets was ready. */
export const allReady = (load: Load): number => Math.max(...load.ready);

/** Medians of one figure over each competitor's loads; NaN for who was not measured. */
export function medians<Result>(
  results: Record<Competitor, Result[]>,
  figure: (result: Result) => number,
): Record<Competitor, number> {
  const of = (competitor: Competitor) => median(results[competitor].map(figure));
  return { html: of('html'), lit: of('lit'), chain: of('chain'), kit: of('kit') };
}
