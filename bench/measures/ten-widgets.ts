import type { Browser } from 'playwright-core';
import { allReady, blocking, interleave, load, loadWork, longest, medians, present, publish } from '../loading.ts';
import { surveyOf } from '../site/definition.ts';
import type { Site } from '../site/server.ts';
import { ms, times } from '../statistics.ts';
import { asToTheFloor, atMost, type BenchOptions, information, type Row, type Table } from '../table.ts';

/** S5: ten surveys of ten questions on one page of an institutional site. */
export async function run(browser: Browser, site: Site, { quick }: BenchOptions): Promise<Table> {
  const surveys = Array.from({ length: 10 }, (_, index) => surveyOf(`dieci-${index + 1}`, { questions: 10 }));
  const paths = publish(site, 'ten', surveys);
  for (const competitor of present()) await load(browser, site, paths[competitor], surveys, { cpu: 4 });
  const rounds = quick ? 3 : 5;
  const loads = await interleave(rounds, (who) => load(browser, site, paths[who], surveys, { cpu: 4 }));
  const works = await interleave(rounds, (who) => loadWork(browser, site, paths[who], surveys));

  const ready = medians(loads, allReady);
  const first = medians(loads, (loaded) => Math.min(...loaded.ready));
  const blocked = medians(loads, blocking);
  const task = medians(loads, longest);
  const work = medians(works, (one) => one.untilUsable);
  const longestWork = medians(works, (one) => one.longestTask);
  const floor = times(ready.lit / ready.html);
  const rows: Row[] = [
    information('all ready: plain HTML / Lit / chain', `${ms(ready.html)} / ${ms(ready.lit)} / ${ms(ready.chain)}`),
    information(
      'blocking time: plain HTML / Lit / chain',
      `${ms(blocked.html)} / ${ms(blocked.lit)} / ${ms(blocked.chain)}`,
    ),
  ];
  if (ready.kit) {
    rows.push(
      information('first ready: the kit', ms(first.kit), ms(first.lit)),
      information('all ready: the kit', ms(ready.kit), ms(ready.lit), '2362 ms (SurveyJS)'),
      atMost('… against plain HTML', ready.kit / ready.html, 1.2, times, { floor, peer: '3.5× (SurveyJS)' }),
      atMost('blocking time', blocked.kit, 150, ms, { floor: ms(blocked.lit), peer: '1915 ms (SurveyJS)' }),
      asToTheFloor('… against bare Lit', blocked.kit / blocked.lit, { asked: 150, floor: 460 }),
      information('longest task', ms(task.kit), ms(task.lit), '1964 ms (SurveyJS)'),
      information('main thread’s own work until all usable, CPU 1×', ms(work.kit), `${ms(work.html)} (HTML)`),
      information('main thread’s own longest task, CPU 1×', ms(longestWork.kit), ms(longestWork.lit)),
    );
  }
  return {
    name: 'ten-widgets',
    title: 'S5 Ten widgets of ten questions, CPU 4× slower',
    rows,
    notes: [`Median of ${rounds}, interleaved; ten different surveys, nothing scrolled, no network limit.`],
    raw: { ready, first, blocked, task, work, longestWork, loads, works },
  };
}
