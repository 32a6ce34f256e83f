import '@cmto/survey-widget/define';
import { aField, aPage, aSurvey } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

// A page of its own: once the code of the rarer kinds is there, it stays.
describe('<cmto-survey> when the code of a later question cannot be had', () => {
  const stage = useStage();

  it('shows a later question as soon as its code can be had', async () => {
    stage.publish(
      aSurvey({ languages: ['it'], pages: [aPage('prima', [aField('text')]), aPage('seconda', [aField('matrix')])] }),
    );
    const found = stage.service.loseFiles(/\/fields\/lazy-kinds\.ts/);
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.press('Avanti');
    await page.reach('Pagina seconda');
    await until(() => page.status.startsWith('Una parte del questionario non si è caricata.'), 'the announcement');
    expect(page.text).to.not.contain('anche senza rete');
    found();
    page.press('Indietro');
    await page.reach('Pagina prima');
    page.press('Avanti');
    const question = await page.asked('Domanda matrix');
    await until(() => question.element.querySelector('input') !== null, 'the question');
  });
});
