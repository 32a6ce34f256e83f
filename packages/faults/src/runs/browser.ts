import { BrowserProcess } from '../browsers/browser-process.ts';
import { buildPage } from '../browsers/build-page.ts';
import type { EngineName } from '../browsers/engines.ts';
import { pageSite, tabsPath } from '../browsers/page-site.ts';
import { Visit } from '../browsers/visit.ts';
import { allFaults } from '../faults/all-faults.ts';
import { Ledger } from '../ledger/ledger.ts';
import { lossesIn } from '../ledger/losses.ts';
import { seededPlan } from '../proxy/plan.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** Tabs of one browser: they share its storage, and any of them may send what another has queued. */
const tabs = ['uno', 'due', 'tre', 'quattro'];

/** A real browser with its real storage sends through the proxy, in several tabs at once. */
const sendFrom = async (
  engine: EngineName,
  { random, amount, database, settings, watch }: RunOptions,
): Promise<Row> => {
  await using browser = await BrowserProcess.withNewProfile(engine);
  const ledger = new Ledger();
  const visit = new Visit(ledger);
  await using stage = await Stage.open({
    database,
    settings,
    watch,
    ledger,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults: allFaults, share: 0.5, calmAfter: 6 }),
    ownAnswer: pageSite(await buildPage(), visit.hear),
  });
  const resting = visit.rest(tabs);
  const path = tabsPath({ tabs, each: Math.ceil(amount / tabs.length), seed: random.fork('tabs').uuid() });
  await browser.open(stage.origin + path);
  await resting;
  await browser.kill();
  const verdict = await stage.verdict();
  const { promised, stored } = verdict;
  return {
    name: `real ${engine} with its own storage, ${tabs.length} tabs`,
    done: `${whole(promised)} promised, ${whole(stored)} stored`,
    losses: lossesIn(verdict.findings),
    wrong: [...wrongIn(verdict), ...(promised < amount ? [`only ${promised} of ${amount}`] : [])],
    notes: stage.counts,
  };
};

export const chromium = (options: RunOptions): Promise<Row> => sendFrom('chromium', options);
export const firefox = (options: RunOptions): Promise<Row> => sendFrom('firefox', options);
export const webkit = (options: RunOptions): Promise<Row> => sendFrom('webkit', options);
