import { reattaching } from '@cmto/documents';
import { HELD_OUT, judge, largePlan, measure, type Measured, type Verdict } from '@cmto/documents/testing';
import { ms } from './statistics.ts';
import { atLeast, atMost, type Bench, information, type Row } from './table.ts';

const PARAGRAPHS = 3000;
const OBSERVATIONS = 2000;

/** How observations are found again: right on a corpus whose truth is known from its edits, and fast on a long plan. */
export const run: Bench = async ({ quick }) => {
  const measured = HELD_OUT.map((corpus) => measure(corpus));
  const speed = measureSpeed(quick ? 1 : 5);
  return {
    name: 'reattach',
    title: 'Observations that follow the text into the next version of a document',
    rows: [...quality(measured), ...speed.rows],
    notes: [
      'Held-out seeds of the corpus in packages/documents/testing; docs/documents.md says how it is made and what counts.',
      `The long plan: ${PARAGRAPHS} paragraphs, 600 edits, ${speed.observations} observations, half of them on passages.`,
    ],
    raw: { measured, speed },
  };
};

const whole = (value: number): string => value.toLocaleString('en');
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

function quality(measured: readonly Measured[]): Row[] {
  const sum = (of: (one: Measured) => number): number => measured.reduce((all, one) => all + of(one), 0);
  const of = (verdict: Verdict): number => sum(({ all }) => all[verdict]);
  return [
    atLeast(
      'Labelled cases',
      sum(({ cases }) => cases),
      5000,
      whole,
    ),
    atMost('Silently at a wrong place', of('wrong'), 0, whole),
    atMost('Said to be gone, and there', of('lost'), 0, whole),
    atMost('At the right place under a wrong name', of('misnamed'), 0, whole),
    atLeast(
      'Right, of those that a word diff can decide',
      sum(({ decided }) => decided) / sum(({ decidable }) => decidable),
      0.95,
      percent,
    ),
    information('Right, of all', percent(of('right') / sum(({ cases }) => cases))),
    information('Waiting for a person, of all', percent(of('queued') / sum(({ cases }) => cases))),
  ];
}

function measureSpeed(times: number) {
  const plan = largePlan(1, PARAGRAPHS, 600, OBSERVATIONS);
  // Every paragraph once and then again, until there are as many observations as asked for.
  const anchors = Array.from({ length: OBSERVATIONS }, (_, at) => plan.cases[at % plan.cases.length]!.anchor);
  const runs = Array.from({ length: times }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const follow = reattaching(plan.from, plan.to);
    for (const anchor of anchors) follow(anchor);
    return { wall: performance.now() - start, cpu: process.cpuUsage(before).user / 1000 };
  }).toSorted((a, b) => a.wall - b.wall);
  const { wall, cpu } = runs[runs.length >> 1]!;
  const follow = reattaching(plan.from, plan.to);
  const wrong = plan.cases.filter((one) => ['wrong', 'lost'].includes(judge(plan, one, follow(one.anchor)))).length;
  const rows = [
    atMost('3,000 paragraphs and 2,000 observations, start to end', wall, 5000, ms),
    information('The same, processor time', ms(cpu)),
    atMost('Wrong in the long plan', wrong, 0, whole),
  ];
  return { rows, runs, observations: anchors.length };
}
