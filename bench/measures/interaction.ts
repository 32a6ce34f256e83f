import type { Browser } from 'playwright-core';
import { interleave, load, medians, present, publish } from '../loading.ts';
import { type Course, drive } from '../page/driver.ts';
import { surveyOf } from '../site/definition.ts';
import type { Competitor } from '../site/pages.ts';
import type { Site } from '../site/server.ts';
import { median, ms, percentile, times } from '../statistics.ts';
import { asToTheFloor, atMost, type BenchOptions, information, type Row, type Table } from '../table.ts';
import { traced, workBetween } from '../trace.ts';

interface Interaction {
  p50: number;
  p95: number;
  answers: number;
  show: number;
  hide: number;
  byType: Record<string, number>;
}

const AFTERMATH = 700;

/** S4: a person answers a page of 200 questions, the first of which toggles 50. */
export async function run(browser: Browser, site: Site, { quick }: BenchOptions): Promise<Table> {
  const surveys = [surveyOf('duecento', { questions: 200, toggle: true })];
  const paths = publish(site, 'interaction', surveys);
  const [toggle, ...fields] = surveys[0]!.form.pages[0]!.fields.map(({ id, type }) => ({ id, type }));
  const course: Course = { fields, toggle: { id: toggle!.id, times: 3 }, aftermath: AFTERMATH };
  const rounds = quick ? 1 : 3;
  const drives = await interleave(rounds, async (who) => {
    const { then } = await load(browser, site, paths[who], surveys, {}, (page) =>
      traced(browser, page, () => page.evaluate(drive, course)),
    );
    return summary(then.thread, then.result);
  });

  const p50 = medians(drives, (one) => one.p50);
  const p95 = medians(drives, (one) => one.p95);
  const show = medians(drives, (one) => one.show);
  const hide = medians(drives, (one) => one.hide);
  const rows: Row[] = [
    information('work per answer p50 / p95: plain HTML', `${ms(p50.html)} / ${ms(p95.html)}`),
    information('work per answer p50 / p95: bare Lit', `${ms(p50.lit)} / ${ms(p95.lit)}`),
    information('toggle of 50, show / hide: plain HTML', `${ms(show.html)} / ${ms(hide.html)}`),
    information('toggle of 50, show / hide: bare Lit', `${ms(show.lit)} / ${ms(hide.lit)}`),
  ];
  if (present().includes('kit')) {
    const floor = (figure: Record<Competitor, number>) => times(figure.lit / figure.html);
    rows.push(
      information(
        'work per answer p50 / p95: the kit',
        `${ms(p50.kit)} / ${ms(p95.kit)}`,
        '–',
        '113 / 182 ms (SurveyJS)',
      ),
      atMost('… p50 against plain HTML', p50.kit / p50.html, 1.1, times, { floor: floor(p50), peer: '39× (SurveyJS)' }),
      atMost('… p95 against plain HTML', p95.kit / p95.html, 1.1, times, {
        floor: floor(p95),
        peer: '7.6× (SurveyJS)',
      }),
      atMost('toggle of 50, all busy time: show', show.kit, 20, ms, { floor: ms(show.lit), peer: '461 ms (SurveyJS)' }),
      asToTheFloor('… against bare Lit', show.kit / show.lit, { asked: 20, floor: 40 }),
      atMost('toggle of 50, all busy time: hide', hide.kit, 20, ms, { floor: ms(hide.lit), peer: '461 ms (SurveyJS)' }),
      asToTheFloor('… against bare Lit', hide.kit / hide.lit, { asked: 20, floor: 40 }),
    );
  }
  return {
    name: 'interaction',
    title: 'S4 Interaction: 200 questions on one page, no throttling',
    rows,
    notes: [
      `Median of ${rounds} drives, interleaved; ${drives.html[0]!.answers} answers each, by events dispatched in the page.`,
      'Work: main-thread time, by the browser’s trace, from dispatch to the end of the next frame.',
      `Toggle: all main-thread time in the ${AFTERMATH} ms after the click, saving the draft included.`,
    ],
    raw: { p50, p95, show, hide, drives },
  };
}

type Traced = Awaited<ReturnType<typeof traced<Awaited<ReturnType<typeof drive>>>>>;

function summary(thread: Traced['thread'], spans: Traced['result']): Interaction {
  const timed = spans.map((span) => ({ ...span, work: workBetween(thread, span.name) }));
  const workOf = (kind: string, type?: string) =>
    timed.filter((span) => span.kind === kind && (!type || span.type === type)).map((span) => span.work);
  const answers = workOf('answer');
  const types = [...new Set(timed.filter((span) => span.kind === 'answer').map((span) => span.type))];
  return {
    p50: median(answers),
    p95: percentile(answers, 0.95),
    answers: answers.length,
    show: median(workOf('toggle', 'show')),
    hide: median(workOf('toggle', 'hide')),
    byType: Object.fromEntries(types.map((type) => [type, median(workOf('answer', type))])),
  };
}
