import '@cmto/survey-widget/define';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { forgetDevice, kept, keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

const missing = 'Quello che vedi qui non è più conservato su questo dispositivo';

describe('<cmto-survey> in a page that was put away, and hears nothing meanwhile', () => {
  const stage = useStage();

  /** Services that no other tab can tell anything, as a page in the browser's back/forward cache. */
  const deaf = (): Element => {
    const device = async () => ({ ...(await browserPlatform.device()), exclusively: alone, join: undefined });
    return surroundWith(base, { setTimer: noRetries, device }).parent;
  };
  const comeBack = (): void => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  };

  it('writes no draft again that was deleted, says that it is not kept, and keeps what is written from then on', async () => {
    stage.publish(aPoll());
    const page = await stage.open({}, deaf());
    page.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    await page.says('Bozza salvata alle');
    const other = await stage.open();
    await other.says('Abbiamo ritrovato la bozza');
    other.press('Cancella la bozza');
    other.press('Sì, cancella');
    await keptWhen((entries) => entries.length === 0, 'the draft to be deleted');
    comeBack();
    await page.says(missing);
    expect(page.text).to.not.contain('Bozza salvata');
    expect([await kept(), page.root.querySelectorAll(':checked').length]).to.deep.equal([[], 1]);
    page.question('Da dove cominciare?').choose('Mobilità');
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'mobilita', 'what was written then');
    await until(() => !page.text.includes(missing), 'the notice to go');
  });

  it('sends no answer that was deleted before it could leave', async () => {
    stage.publish(aPoll());
    const page = await stage.open({}, deaf());
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline({ method: 'POST' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    await keptWhen((entries) => (entries[0]?.attempts ?? 0) > 0, 'the first attempt to be over');
    // As the panel of another page does it: what waits and its mark go together.
    await forgetDevice();
    stage.service.network.restore();
    const tried = stage.posts.length;
    comeBack();
    await page.says('Quello che avevi scritto qui è stato cancellato');
    expect([await kept(), stage.posts.length - tried]).to.deep.equal([[], 0]);
  });

  it('sends one that the browser has deleted before it could leave', async () => {
    stage.publish(aPoll());
    const page = await stage.open({}, deaf());
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline({ method: 'POST' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    await keptWhen((entries) => (entries[0]?.attempts ?? 0) > 0, 'the first attempt to be over');
    await forgetDevice();
    localStorage.setItem('cmto-queued', '1');
    stage.service.network.restore();
    comeBack();
    await page.reach('Grazie');
    expect(await stage.stored()).to.have.length(1);
  });
});
