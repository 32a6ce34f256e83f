import type { Browser } from 'playwright-core';
import { heapAfterCollection, openBrowser } from '../browser.ts';
import { allReady, blocking, interleave, load, medians, present, publish } from '../loading.ts';
import { controlsOf, shownAtFirst, surveyOf } from '../site/definition.ts';
import { type Competitor, names } from '../site/pages.ts';
import type { Site } from '../site/server.ts';
import { count, MB, ms, times } from '../statistics.ts';
import { atLeast, atMost, type BenchOptions, information, type Row, type Table } from '../table.ts';
import { countAccessibleControls } from './accessible-controls.ts';

const SMALLER = [20, 200];
const LARGE = 1000;

/** S3: a thousand questions on one page. */
export async function run(browser: Browser, site: Site, { quick }: BenchOptions): Promise<Table> {
  const sizes: Record<number, Record<Competitor, number>> = {};
  for (const size of SMALLER) {
    sizes[size] = medians(await measure(browser, site, size, quick ? 1 : 3), allReady);
  }
  const rounds = quick ? 3 : 5;
  const large = await measure(browser, site, LARGE, rounds);
  const ready = medians(large, allReady);
  const heap = medians(large, (loaded) => loaded.then);
  const blocked = medians(large, blocking);
  const whole = medians(large, (loaded) => loaded.whole);
  const expected = shownAtFirst(surveyOf('mille', { questions: LARGE })).reduce(
    (sum, field) => sum + controlsOf(field),
    0,
  );
  const controls = await accessibleControls(site, expected);

  const rows: Row[] = [
    information('ready: plain HTML', ms(ready.html)),
    information('ready: bare Lit, definition inlined', `${ms(ready.lit)} (${times(ready.lit / ready.html)})`),
    information('blocking time: plain HTML / Lit', `${ms(blocked.html)} / ${ms(blocked.lit)}`),
    information('accessible controls: plain HTML / Lit', `${controls.html} / ${controls.lit}`, `${expected}`),
  ];
  if (present().includes('kit')) {
    for (const size of SMALLER) {
      const { kit, html } = sizes[size]!;
      rows.push(information(`ready with ${size} questions against plain HTML`, `${times(kit / html)} (${ms(kit)})`));
    }
    const floor = times(ready.lit / ready.html);
    rows.push(
      information('ready: the kit', ms(ready.kit), ms(ready.lit), '2835 ms (SurveyJS)'),
      atMost('… against plain HTML', ready.kit / ready.html, 0.8, times, { floor, peer: '3.1× (SurveyJS)' }),
      atMost('JS heap', heap.kit, 18e6, MB, { floor: MB(heap.lit), peer: '67 MB (SurveyJS)' }),
      information('whole form in the DOM', ms(whole.kit), ms(whole.lit)),
      information('blocking time', ms(blocked.kit), ms(blocked.lit), '2498 ms (SurveyJS)'),
      atLeast('controls reached by assistive technology', controls.kit, expected, count, { floor: `${controls.html}` }),
    );
  }
  return {
    name: 'scale',
    title: 'S3 Scale: 1,000 questions on one page, no throttling',
    rows,
    notes: [
      `Median of ${rounds}, interleaved. Heap: live JavaScript after three forced collections, whole form in the DOM.`,
      'Accessible controls: named, in the tree the browser keeps for assistive technology, accessibility switched on.',
    ],
    raw: { sizes, ready, heap, blocked, whole, controls, expected, names, large },
  };
}

async function measure(browser: Browser, site: Site, questions: number, rounds: number) {
  const surveys = [surveyOf(`scale-${questions}`, { questions })];
  const paths = publish(site, `scale-${questions}`, surveys);
  return interleave(rounds, (who) =>
    load(browser, site, paths[who], surveys, {}, (_, cdp) => heapAfterCollection(cdp)),
  );
}

/** Once each, with short dropdowns: the browser takes minutes to hand over 31,000 options, and they are not at issue. */
async function accessibleControls(site: Site, expected: number): Promise<Record<Competitor, number>> {
  const surveys = [surveyOf('accessible', { questions: LARGE, options: 5 })];
  const paths = publish(site, 'accessible', surveys);
  const browser = await openBrowser(['--force-renderer-accessibility']);
  try {
    const counts = await interleave(1, (who) => countAccessibleControls(browser, site.origin + paths[who], expected));
    return medians(counts, (controls) => controls);
  } finally {
    await browser.close();
  }
}
