import '@cmto/survey-widget/define';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { forgetDevice, kept, keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

describe('<cmto-survey> and what is kept on the device', () => {
  const stage = useStage();

  /** The panel at the foot of the survey, open. */
  const panelIn = async (page: SurveyPage): Promise<SurveyPage> => {
    const summary = await until(
      () => page.root.querySelector('cmto-kept')?.shadowRoot?.querySelector<HTMLElement>('.kept > summary'),
      'the panel',
    );
    summary.click();
    return new SurveyPage(page.root.querySelector('cmto-kept')!);
  };

  it('lists the draft once there is one, not before', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    await page.says('Puoi continuare anche senza rete.');
    expect(page.root.querySelector('cmto-kept')).to.equal(null);
    page.question('Da dove cominciare?').choose('Acque');
    const panel = await panelIn(page);
    await panel.says('Sondaggio Bozza non inviata, salvata il');
    page.press('English');
    await panel.says('Draft, not sent, saved on');
  });

  it('keeps the way back with its query on this device, and tells the service nothing of that', async () => {
    stage.publish(aPoll());
    const { href, origin, pathname, search } = location;
    const query = `${search ? `${search}&` : '?'}p=12&nome=Anna`;
    history.replaceState(null, '', `${pathname}${query}#sondaggio`);
    try {
      const page = await stage.open();
      page.question('Da dove cominciare?').choose('Acque');
      const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
      expect(draft!.page).to.equal(origin + pathname + query);
      page.press('Invia');
      await page.reach('Grazie');
    } finally {
      history.replaceState(null, '', href);
    }
    expect(stage.posts.map(({ body }) => (body as { page: string }).page)).to.deep.equal([origin + pathname]);
    const everything = JSON.stringify(stage.service.received.map(({ body, ...request }) => [request, body]));
    expect(everything).to.not.match(/p=12|Anna|#sondaggio/);
  });

  it('begins anew when what waits is deleted in the panel, and never sends it', async () => {
    stage.publish(aPoll());
    // What is being sent is not deleted: here it has been tried, is not tried again by itself, and by nobody else.
    const device = async () => ({
      ...(await browserPlatform.device()),
      exclusively: alone,
    });
    const page = await stage.open({}, surroundWith(base, { setTimer: noRetries, device }).parent);
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline({ method: 'POST' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    await keptWhen((entries) => (entries[0]?.attempts ?? 0) > 0, 'the first attempt to be over');
    const panel = await panelIn(page);
    // A draft that has been queued since the panel was drawn is not what the person would be deleting.
    await panel.says('non ancora partita');
    panel.press('Cancella: Sondaggio');
    panel.press('Sì, cancella: Sondaggio');
    await page.asked('Da dove cominciare?');
    await keptWhen((entries) => entries.length === 0, 'nothing to be kept');
    const tried = stage.posts.length;
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    page.question('Da dove cominciare?').choose('Mobilità');
    page.press('Invia');
    await page.reach('Grazie');
    const themes = stage.posts.slice(tried).map(({ body }) => (body as { answers: { tema: string } }).answers.tema);
    expect(themes).to.include('mobilita').and.not.include('acque');
    expect(await stage.stored()).to.have.length(1);
  });

  it('sends what waits from the page that holds it, also when the browser has deleted it meanwhile', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline({ method: 'POST' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    const [lost] = await kept();
    await forgetDevice();
    dispatchEvent(new Event('online'));
    await keptWhen((entries) => entries[0]?.id === lost!.id, 'the answer to be kept again');
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
    expect(await stage.stored()).to.have.length(1);
  });

  it('says before the questions that an answer was deleted by the browser, until the person has read it', async () => {
    stage.publish(aPoll());
    localStorage.setItem('cmto-lost', '1');
    const page = await stage.open();
    const panel = () => page.root.querySelector('cmto-kept');
    const isBefore = () =>
      panel()!.compareDocumentPosition(page.question('Da dove cominciare?').element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const heading = await until(() => panel()?.shadowRoot?.querySelector<HTMLElement>('h3'), 'the heading');
    expect(heading.textContent.trim()).to.equal('Una risposta non è più qui');
    heading.focus();
    expect(page.focused === heading, 'the heading can be gone to').to.equal(true);
    expect(page.root.querySelectorAll('cmto-kept'), 'said once').to.have.length(1);
    expect(isBefore(), 'before the questions').to.be.greaterThan(0);
    page.question('Da dove cominciare?').choose('Acque');
    await page.says(/Bozza salvata alle/);
    expect(isBefore(), 'still').to.be.greaterThan(0);
    const notice = new SurveyPage(panel() as HTMLElement);
    await notice.says('1 risposta che aspettava di partire non è più qui');
    notice.press('Ho capito');
    await until(() => isBefore() === 0, 'the panel to be at the foot again');
    await until(() => page.focused?.matches('[data-heading]'), 'the focus above the questions');
    expect(localStorage.getItem('cmto-lost')).to.equal(null);
    await new SurveyPage(panel() as HTMLElement).says('Che cosa è conservato su questo dispositivo (1)');
    expect(new SurveyPage(panel() as HTMLElement).text).to.not.contain('non è più qui');
  });

  it('gives a draft back whose survey is no longer there', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    await stage.leave(page);
    const gone = stage.place({ slug: 'ritirato' });
    await gone.says('Questo questionario non c’è');
    const panel = await panelIn(gone);
    await panel.says('Salva una copia');
  });

  it('shows nothing of other people on a shared device', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    await panelIn(page);
    await stage.leave(page);
    const shared = await stage.open({ 'shared-device': '' });
    shared.question('Da dove cominciare?').choose('Mobilità');
    await shared.says('Puoi continuare anche senza rete.');
    await shared.says('Su questo dispositivo non resta nulla');
    expect(shared.root.querySelector('cmto-kept')).to.equal(null);
    expect(await kept()).to.have.length(1);
  });
});
