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
import { lossesIn } from '../ledger/losses.ts';
import { seededPlan } from '../proxy/plan.ts';
import { type Row, type RunOptions, whole, wrongIn } from './run.ts';
import { Stage } from './stage.ts';

/** More than anybody types before the browser is killed. */
const many = 10_000;
/** What makes answers wait on the device, so that a kill finds some. */
const faults = [responseLost, lateAnswer, duplicate, blackHole, serverError];

/**
 * People type and send, their browser is killed with all its processes and opened again, and again. `sabotage` is given
 * the browser's profile after each kill: the tests of this run take the device's memory away.
 */
export const browserKills = async (
  { random, amount, database, settings, watch }: RunOptions,
  sabotage?: (profile: string) => Promise<void>,
): Promise<Row> => {
  await using browser = await BrowserProcess.withNewProfile('chromium');
  const ledger = new Ledger();
  const visit = new Visit(ledger);
  await using stage = await Stage.open({
    database,
    settings,
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
  let kills = 0;
  let waiting = 0;
  let deletions = 0;
  for (let round = 0; round < amount; round += 1) {
    const { resting } = await open(round, many);
    await Promise.race([resting, visit.heard(instants.between(1, 40))]);
    await new Promise((resolve) => setTimeout(resolve, instants.between(0, 30)));
    if (await browser.kill()) kills += 1;
    if (round > 0 && (await browser.hasBegunAnew())) deletions += 1;
    for (const key of ledger.promised) if (!ledger.receipts.has(key)) waiting += 1;
    await sabotage?.(browser.profile);
  }
  await (
    await open(amount, 0)
  ).resting;
  const verdict = await stage.verdict();
  return {
    name: 'browser killed while people type and send',
    done: `${kills} kills with ${waiting} answers waiting, ${whole(verdict.promised)} promised, ${whole(verdict.stored)} stored`,
    // The second copy is for these: a kill tears the log, and the start after the next finds it (google/leveldb#1287).
    notes: deletions > 0 ? [`Chromium has deleted its database ${deletions} times`] : [],
    losses: lossesIn(verdict.findings),
    wrong: [
      ...wrongIn(verdict),
      ...(kills < amount ? [`${amount - kills} times the browser had ended by itself`] : []),
      ...(waiting === 0 ? ['no kill found an answer waiting'] : []),
    ],
  };
};
