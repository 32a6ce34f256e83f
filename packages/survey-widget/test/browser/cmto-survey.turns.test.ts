import '@cmto/survey-widget/define';
import type { Survey } from '@cmto/contract';
import { pageRegistry } from '@cmto/core/page-registry';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { aSurvey } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

const questions = ['Prima', 'Seconda', 'Terza', 'Quarta', 'Quinta', 'Sesta'];

const sixQuestions = (slug: string): Survey => ({
  ...aSurvey({ slug }),
  form: { pages: [{ id: 'p1', fields: questions.map((label, at) => ({ id: `q${at + 1}`, type: 'text', label })) }] },
});

/** A page on a device so slow that each step takes longer than one task may; `onTurn` is called whenever the page gets one. */
const aSlowPage = (onTurn: () => void): Element => {
  let late = 0;
  const { parent } = surroundWith(base, {
    now: () => browserPlatform.now() + (late += 40),
    nextTask: () => {
      onTurn();
      return browserPlatform.nextTask();
    },
  });
  return parent;
};

/**
 * The definition is there when its tag asks for it, so that all tags of the page get ready together. Read already, too: a
 * real answer's body comes in tasks of its own, and on a busy machine one tag would be whole before another has begun.
 */
const serveAtOnce = (slug: string): void => {
  const answer: Response = Object.assign(new Response(), {
    clone: () => answer,
    json: () => Promise.resolve(sixQuestions(slug)),
  });
  pageRegistry().early.set(`${base}/surveys/${slug}`, Promise.resolve(answer));
};

const isWhole = (page: SurveyPage): boolean =>
  page.questions.length === questions.length && page.text.includes('Invia');

describe('<cmto-survey> on a slow device', () => {
  const stage = useStage();

  it('lets the page have a turn after each question, and is whole when it says that it is ready', async () => {
    stage.publish(sixQuestions('prova'));
    let turns = 0;
    const page = stage.place(
      {},
      aSlowPage(() => (turns += 1)),
    );
    const seen = new Promise<[whole: boolean, turns: number]>((resolve) => {
      addEventListener('cmto-survey-ready', () => resolve([isWhole(page), turns]), { once: true });
    });
    const [whole, before] = await seen;
    expect(whole).to.equal(true);
    expect(before).to.be.greaterThan(questions.length);
  });

  it('shows the first questions of all the tags of a page before more of any', async () => {
    const slugs = ['uno', 'due', 'tre'];
    slugs.forEach(serveAtOnce);
    const shown: number[][] = [];
    const pages: SurveyPage[] = [];
    const parent = aSlowPage(() => shown.push(pages.map((page) => page.questions.length)));
    for (const slug of slugs) pages.push(stage.place({ slug }, parent));
    await until(() => pages.every(isWhole), 'all questions of all tags');
    const early = shown.filter((counts) => counts.length === slugs.length && counts.includes(0));
    expect(Math.max(...early.flat())).to.equal(3);
    expect(stage.count('ready')).to.equal(3);
  });

  it('takes an answer to a question shown early, while the others are still coming', async () => {
    const slugs = ['uno', 'due'];
    stage.publish(...slugs.map(sixQuestions));
    slugs.forEach(serveAtOnce);
    const pages: SurveyPage[] = [];
    const parent = aSlowPage(() => {
      const [page] = pages;
      if (page?.questions.length === 3) page.question('Prima').type('Più treni');
    });
    for (const slug of slugs) pages.push(stage.place({ slug }, parent));
    await until(() => pages.every(isWhole), 'all questions of both tags');
    const [page] = pages;
    expect(page!.question('Prima').control.value).to.equal('Più treni');
    await until(() => stage.isPrepared(page!), 'the draft to be open');
    page!.press('Invia');
    await page!.reach('Grazie');
    expect(stage.posted).to.deep.equal({ q1: 'Più treni' });
  });
});
