import { BrowserProcess } from '../browsers/browser-process.ts';
import { buildPage } from '../browsers/build-page.ts';
import { pageSite, tabsPath } from '../browsers/page-site.ts';
import { Visit } from '../browsers/visit.ts';
import { blackHole } from '../faults/black-hole.ts';
import { duplicate } from '../faults/duplicate.ts';
import { lateAnswer } from '../faults/late-answer.ts';
import { responseLost } from '../faults/response-lost.ts';
import { serverError } from '../faults/server-error.ts';
import { Ledger } from '../ledger/ledger.ts';
import { seededPlan } from '../proxy/plan.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** More than anybody types before the browser is killed. */
const many = 10_000;
/** What makes answers wait on the device, so that a kill finds some. */
const faults = [responseLost, lateAnswer, duplicate, blackHole, serverError];

/** People type and send, their browser is killed with all its processes and opened again, and again. */
export const browserKills = async ({ random, amount, database, watch }: RunOptions): Promise<Row> => {
  await using browser = await BrowserProcess.withNewProfile('chromium');
  const ledger = new Ledger();
  const visit = new Visit(ledger);
  await using stage = await Stage.open({
    database,
    watch,
    ledger,
    random: random.fork('stage'),
    plan: seededPlan({ random: random.fork('plan'), faults, share: 0.5, calmAfter: 4 }),
    ownAnswer: pageSite(await buildPage(), visit.hear),
  });
  const instants = random.fork('instants');
  const seed = random.fork('tabs').uuid();
  const open = async (round: number, each: number): Promise<{ readonly resting: Promise<void> }> => {
    const tabs = [`uno ${round}`, `due ${round}`];
    const resting = visit.rest(tabs);
    await browser.open(stage.origin + tabsPath({ tabs, each, seed }));
    return { resting };
  };
  let waiting = 0;
  let deletions = 0;
  for (let round = 0; round < amount; round += 1) {
    const { resting } = await open(round, many);
    await Promise.race([resting, visit.heard(instants.between(1, 40))]);
    await new Promise((resolve) => setTimeout(resolve, instants.between(0, 30)));
    await browser.kill();
    if (round > 0 && (await browser.hasBegunAnew())) deletions += 1;
    for (const key of ledger.promised) if (!ledger.receipts.has(key)) waiting += 1;
  }
  await (
    await open(amount, 0)
  ).resting;
  const verdict = await stage.verdict();
  return {
    name: 'browser killed while people type and send',
    done: `${amount} kills with ${waiting} answers waiting, ${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored`,
    // The second copy is for these: a kill tears the log, and the start after the next finds it (google/leveldb#1287).
    notes: deletions > 0 ? [`Chromium has deleted its database ${deletions} times`] : [],
    wrong: [...wrongIn(verdict), ...(waiting === 0 ? ['no kill found an answer waiting'] : [])],
  };
};
