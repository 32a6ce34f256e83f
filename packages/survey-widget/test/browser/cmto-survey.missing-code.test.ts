import '@cmto/survey-widget/define';
import { aField, aSurvey } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { insideOf, useStage } from './support/stage.ts';

// In this order: what a page has once loaded stays with it.
describe('<cmto-survey> when a part of its code cannot be had', () => {
  const stage = useStage();

  it('says so when the person wants to go on, loses nothing, and goes on when it can', async () => {
    stage.publish(aPoll({ languages: ['it'] }));
    const foundLater = stage.service.loseFiles(/\/finish\/finish\.ts/);
    stage.askEarly();
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.says('Una parte del questionario non si è caricata. Controlla la connessione e premi di nuovo');
    expect(page.status).to.contain('le risposte sono al sicuro');
    const region = page.root.querySelector('[role=status]')!;
    expect(region.getBoundingClientRect().height, 'can be seen, too').to.be.above(10);
    foundLater();

    const foundSender = stage.service.loseFiles(/\/outbox\/delivery\.ts/);
    page.press('Invia');
    await until(() => page.root.querySelector('.warning') !== null, 'the warning');
    expect(page.root.querySelector('.warning')!.textContent).to.contain(
      'Una parte del questionario non si è caricata.',
    );
    expect(region.getBoundingClientRect().height, 'for ears alone').to.be.below(2);
    foundSender();

    page.question('Da dove cominciare?').choose('Mobilità');
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'mobilita', 'the answer on the device');
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posts).to.have.length(1);
  });

  it('offers to try again when the first page cannot be shown', async () => {
    stage.publish(aSurvey({ languages: ['it'], fields: [aField('ranking')] }));
    const found = stage.service.loseFiles(/\/fields\/lazy-kinds\.ts/);
    const page = stage.place();
    await page.says('In questo momento il questionario non si carica.');
    found();
    page.press('Riprova');
    await page.asked('Domanda ranking');
    expect(stage.count('ready')).to.equal(1);
  });

  it('speaks Italian where the words of a language cannot be had, and does not say that the network may go', async () => {
    stage.publish(aPoll());
    const found = stage.service.loseFiles(/\/locales\/(?:\w+\.)?fr\.ts/);
    const page = await stage.open({ lang: 'fr' });
    await page.asked('Par où commencer ?');
    expect(page.text).to.contain('Invia');
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    const { language } = insideOf(page);
    const missing = await language.loadAll(['it', 'fr']).catch((error: unknown) => error);
    expect(missing).to.be.an('error');
    found();
    // What was asked for a moment ago may still be failing.
    let here = false;
    await until(() => {
      void language.loadAll(['it', 'fr']).then(
        () => (here = true),
        () => undefined,
      );
      return here;
    }, 'the words');
  });
});
