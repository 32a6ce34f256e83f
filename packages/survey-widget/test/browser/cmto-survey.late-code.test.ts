import '@cmto/survey-widget/define';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

// The only test of its page: what a page has once loaded stays with it.
describe('<cmto-survey> whose code comes late', () => {
  const stage = useStage();
  const definitionsAsked = (): number => stage.service.received.filter(({ method }) => method === 'GET').length;

  it('stays as it is when the network comes back once more, though the service did not answer at first', async () => {
    stage.publish(aPoll());
    const release = stage.service.holdFiles(/\/finish\/finish\.ts/);
    const answerAgain = stage.service.network.fail(503);
    const retries: (() => void)[] = [];
    const setTimer = (callback: () => void, delay: number): (() => void) => {
      if (delay >= 1000) retries.push(callback);
      return noRetries(callback, delay);
    };
    const page = stage.place({}, surroundWith(base, { setTimer }).parent);
    await until(() => page.element.matches(':state(failed)'), 'the first attempt to fail');
    answerAgain();
    retries.at(-1)!();
    (await page.asked('Da dove cominciare?')).choose('Acque');
    release();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    const asked = definitionsAsked();
    dispatchEvent(new Event('online'));
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'acque', 'the answer on the device');
    page.press('Invia');
    await page.reach('Grazie');
    expect(definitionsAsked()).to.equal(asked);
    expect(stage.count('ready')).to.equal(1);
    expect(stage.posted).to.deep.equal({ tema: 'acque' });
  });
});
