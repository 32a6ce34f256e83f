import type { Browser } from 'playwright-core';
import { allReady, blocking, interleave, load, loadWork, longest, medians, present, publish } from '../loading.ts';
import { surveyOf } from '../site/definition.ts';
import type { Site } from '../site/server.ts';
import { ms, times } from '../statistics.ts';
import { asToTheFloor, atMost, type BenchOptions, information, type Row, type Table } from '../table.ts';

/** S2: a phone at four times slower opens a page with 20 questions for the first time. */
export async function run(browser: Browser, site: Site, { quick }: BenchOptions): Promise<Table> {
  const surveys = [surveyOf('venti', { questions: 20, pages: 4 })];
  const paths = publish(site, 'cold', surveys);
  const rounds = quick ? 3 : 7;
  // The first load in a new browser pays for the browser itself.
  for (const competitor of present()) await load(browser, site, paths[competitor], surveys, { cpu: 4 });
  const slow = await interleave(rounds, (who) =>
    load(browser, site, paths[who], surveys, { cpu: 4, slowNetwork: true }),
  );
  const fast = await interleave(rounds, (who) => load(browser, site, paths[who], surveys, { cpu: 4 }));

  const works = await interleave(rounds, (who) => loadWork(browser, site, paths[who], surveys));

  const ready = medians(slow, allReady);
  const painted = medians(slow, (loaded) => loaded.firstPaint);
  const readyFast = medians(fast, allReady);
  const blocked = medians(fast, blocking);
  const task = medians(fast, longest);
  const work = medians(works, (one) => one.untilUsable);
  const longestWork = medians(works, (one) => one.longestTask);
  const rows: Row[] = [
    information('ready, Slow 4G: plain HTML', ms(ready.html)),
    information('ready, Slow 4G: bare Lit, definition inlined', ms(ready.lit)),
    information('ready, Slow 4G: bare Lit, same chain', ms(ready.chain)),
    information(
      'blocking time: plain HTML / Lit / chain',
      `${ms(blocked.html)} / ${ms(blocked.lit)} / ${ms(blocked.chain)}`,
    ),
  ];
  if (ready.kit) {
    const chain = ms(ready.chain);
    rows.push(
      information('ready, Slow 4G: the kit', ms(ready.kit), chain, '2506 ms (SurveyJS)'),
      atMost('… against the same chain with bare Lit', ready.kit / ready.chain, 1.2, times, { floor: '1' }),
      information('first contentful paint, Slow 4G: the kit', ms(painted.kit), ms(painted.chain)),
      information('ready, no network limit: the kit', ms(readyFast.kit), ms(readyFast.chain), '1007 ms (SurveyJS)'),
      atMost('blocking time, no network limit', blocked.kit, 40, ms, {
        floor: ms(blocked.lit),
        peer: '611 ms (SurveyJS)',
      }),
      asToTheFloor('… against bare Lit', blocked.kit / blocked.lit, { asked: 40, floor: 27 }),
      information('longest task', ms(task.kit), ms(task.lit), '661 ms (SurveyJS)'),
      information(
        'blocking time, Slow 4G',
        ms(medians(slow, blocking).kit),
        ms(medians(slow, blocking).chain),
        '541 ms (SurveyJS)',
      ),
    );
  }
  if (ready.kit) {
    rows.push(
      information('main thread’s own work until usable, CPU 1×', ms(work.kit), ms(work.chain)),
      information('main thread’s own longest task, CPU 1×', ms(longestWork.kit), ms(longestWork.chain)),
    );
  }
  return {
    name: 'cold-load',
    title: 'S2 Cold load: 20 questions on 4 pages, CPU 4× slower',
    rows,
    notes: [
      `Median of ${rounds} fresh contexts each, interleaved; ready: navigation to first question painted and heard.`,
      'Blocking time counts every long task from navigation until the page has been quiet for a second.',
      'Own work: the thread’s own clock, which stands still while other processes have the CPU; not throttled.',
    ],
    raw: { ready, painted, readyFast, blocked, task, work, longestWork, slow, fast, works },
  };
}
