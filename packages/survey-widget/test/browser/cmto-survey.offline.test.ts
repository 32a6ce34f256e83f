import '@cmto/survey-widget/define';
import { aField, aPage, aSurvey, oneFieldOfEachType } from '@cmto/testing/builders';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

/** Addresses of everything that the page has fetched. */
const fetched = (): string[] => performance.getEntriesByType('resource').map(({ name }) => name);

describe('<cmto-survey> without a network', () => {
  const stage = useStage();

  /** Opens the survey, waits until it says that the network may go, and cuts the network. */
  const openAndGoOffline = async (): Promise<SurveyPage> => {
    const page = await stage.open();
    await page.says('Puoi continuare anche senza rete.');
    expect(page.element.matches(':state(offline-ready)')).to.equal(true);
    stage.service.network.offline();
    return page;
  };

  it('leads through all pages, checks and review, queues the answer, and sends it by itself later', async () => {
    stage.publish(aQuestionnaire());
    const page = await openAndGoOffline();
    const before = fetched().length;
    page.press('Avanti');
    await page.says('C’è 1 risposta da sistemare');
    page.question('Chi sei?').choose('Sindaca o sindaco');
    (await page.asked('Nome dell’ente')).type('Ivrea');
    page.press('Avanti');
    (await page.asked('Quanti abitanti?')).type('23000');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    page.press('français');
    await page.reach('Idées');
    page.press('italiano');
    await page.reach('Le idee');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo, ma non è ancora partita.');
    await until(() => page.focused?.textContent.includes('è salvata su questo dispositivo'));
    expect(page.element.matches(':state(queued)')).to.equal(true);
    const [queued] = await kept();
    expect([queued!.state, queued!.submission!.answers]).to.deep.equal([
      'queued',
      { ruolo: 'sindaco', ente: 'Ivrea', abitanti: 23_000, idea: 'Più treni' },
    ]);
    const asked = fetched()
      .slice(before)
      .filter((url) => !url.startsWith(base));
    expect(asked, 'no code or data was needed').to.deep.equal([]);
    expect(await stage.stored()).to.deep.equal([]);

    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie: la risposta è arrivata.');
    expect((await stage.stored()).map(({ submission }) => submission.answers['idea'])).to.deep.equal(['Più treni']);
    expect((await kept())[0]!.state).to.equal('delivered');
    expect(stage.heard.slice(-3)).to.deep.equal(['submit-request', 'queued', 'submitted']);
  });

  it('has what every type of question needs before it says that it works offline', async () => {
    stage.publish(
      aSurvey({
        pages: [
          aPage('prima', [aField('text')]),
          aPage(
            'seconda',
            oneFieldOfEachType().filter(({ type }) => type !== 'text'),
          ),
        ],
      }),
    );
    const page = await openAndGoOffline();
    const before = fetched().length;
    page.press('Avanti');
    await page.reach('Pagina seconda');
    for (const type of ['ranking', 'allocation', 'matrix', 'municipality', 'place', 'file', 'group']) {
      const question = await page.asked(`Domanda ${type}`);
      expect(question.element.textContent, type).to.not.contain('Caricamento');
    }
    const municipality = page.question('Domanda municipality');
    municipality.control.focus();
    await sendKeys({ type: 'Ivre' });
    expect(municipality.control.value).to.equal('Ivre');
    await page.says('Ivrea');
    expect(fetched().slice(before)).to.deep.equal([]);
  });

  it('does not say that it works offline while something is missing', async () => {
    stage.publish(aSurvey({ fields: [aField('text'), aField('municipality')] }));
    const release = stage.service.network.hold({ path: '/municipalities' });
    // Services of its own: those of the page may have the list already.
    const page = await stage.open({}, surroundWith(base).parent);
    await until(
      () => stage.service.received.some(({ path }) => path === '/municipalities'),
      'the list to be asked for',
    );
    expect(page.text).to.not.contain('anche senza rete');
    release();
    await page.says('Puoi continuare anche senza rete.');
  });

  for (const [occasion, happen] of [
    ['the browser says that the network is back', () => dispatchEvent(new Event('online'))],
    ['the page is shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`goes out when ${occasion}, before any clock`, async () => {
      stage.publish(aPoll());
      // No clock tries again, and no other sender of this page is in the way.
      const device = async () => ({
        ...(await browserPlatform.device()),
        exclusively: alone,
      });
      const page = await stage.open({}, surroundWith(base, { setTimer: noRetries, device }).parent);
      page.question('Da dove cominciare?').choose('Acque');
      stage.service.network.offline();
      page.press('Invia');
      await page.reach('La risposta è salvata su questo dispositivo');
      stage.service.network.restore();
      happen();
      await page.reach('Grazie');
    });
  }

  it('goes out by the clock when nobody says that the network is back', async () => {
    stage.publish(aPoll());
    const page = await openAndGoOffline();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    stage.service.network.restore();
    await page.reach('Grazie');
  });

  it('leaves the focus to a person who reads on elsewhere, and says aloud that the answer went out', async () => {
    stage.publish(aPoll());
    const elsewhere = document.createElement('input');
    elsewhere.setAttribute('aria-label', 'Cerca nel sito');
    document.body.append(elsewhere);
    const page = await openAndGoOffline();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    await until(() => page.focused !== null, 'the focus on the heading');
    elsewhere.focus();
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
    await until(() => page.status === 'Grazie: la risposta è arrivata.', 'the announcement');
    expect(document.activeElement === elsewhere).to.equal(true);
  });

  it('goes on asking for a survey whose server did not answer, less and less often', async () => {
    stage.publish(aPoll());
    const waiting: { readonly callback: () => void; readonly delay: number }[] = [];
    const setTimer = (callback: () => void, delay: number) => {
      if (delay < 15_000 || delay === 20_000) return browserPlatform.setTimer(callback, delay);
      const timer = { callback, delay };
      waiting.push(timer);
      return () => void (waiting.includes(timer) && waiting.splice(waiting.indexOf(timer), 1));
    };
    const { parent } = surroundWith(base, { setTimer });
    stage.service.network.fail(503, { times: 3, path: '/surveys/prova' });
    const page = stage.place({}, parent);
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await until(() => waiting.length === 1, 'the next attempt');
      const [next] = waiting.splice(0);
      delays.push(next!.delay);
      next!.callback();
    }
    await page.asked('Da dove cominciare?');
    expect(delays).to.deep.equal([15_000, 30_000, 60_000]);
  });

  it('asks for the survey at once when the network is back', async () => {
    stage.publish(aPoll());
    const setTimer = (callback: () => void, delay: number) =>
      delay === 15_000 ? () => undefined : browserPlatform.setTimer(callback, delay);
    stage.service.network.fail(503, { times: 1, path: '/surveys/prova' });
    const page = stage.place({}, surroundWith(base, { setTimer }).parent);
    await page.says('Riproviamo da soli tra poco');
    await until(() => page.text.includes('Per chi cura la pagina'), 'the later code');
    while (page.questions.length === 0) {
      dispatchEvent(new Event('online'));
      await new Promise((resolve) => setTimeout(resolve));
    }
    await page.asked('Da dove cominciare?');
  });

  it('says beside a service that does not answer where the answer sent before is, until it has arrived', async () => {
    stage.publish(aPoll());
    const first = await openAndGoOffline();
    first.question('Da dove cominciare?').choose('Acque');
    first.press('Invia');
    await first.reach('La risposta è salvata su questo dispositivo');
    await stage.leave(first);
    // What is asked for again by a clock would ask for the survey, too.
    const device = async () => ({
      ...(await browserPlatform.device()),
      exclusively: alone,
      onReachable: () => () => undefined,
    });
    const { services, parent } = surroundWith(base, { setTimer: noRetries, device });
    const page = stage.place({}, parent);
    await page.says('è al sicuro su questo dispositivo e partirà da sola');
    const [waiting] = await keptWhen(([entry]) => (entry?.attempts ?? 0) > 1, 'one more attempt');
    stage.service.network.restore();
    stage.service.network.fail(503, { path: '/surveys/prova' });
    const delivery = await services.delivery();
    await delivery.outbox(await delivery.store(false)).flush({ insist: true });
    await page.says('Da questo dispositivo è già partita una risposta');
    expect(page.text).not.to.contain('partirà da sola');
    expect(page.status).to.equal('Grazie: la risposta è arrivata.');
    const link = page.root.querySelector<HTMLAnchorElement>('a[href*="/r/"]')!;
    const [stored] = await stage.stored();
    expect([stored!.receipt.id, link.href]).to.deep.equal([waiting!.id, `${stored!.receipt.url}?lang=it`]);
    expect(page.element.matches(':state(unavailable)')).to.equal(true);
  });

  it('promises no safe draft on a shared device', async () => {
    stage.service.network.offline();
    const shared = stage.place({ 'shared-device': '' });
    await until(() => shared.text.includes('Per chi cura la pagina'), 'the later code');
    expect(shared.text).not.to.contain('al sicuro su questo dispositivo');
    const own = stage.place();
    await own.says('Se hai già iniziato a rispondere, la bozza è al sicuro su questo dispositivo.');
  });

  it('sends the answers of two surveys of a page, each once', async () => {
    stage.publish(aPoll(), aPoll({ slug: 'altro' }));
    const one = await stage.open();
    const other = await stage.open({ slug: 'altro' });
    await one.says('Puoi continuare anche senza rete.');
    await other.says('Puoi continuare anche senza rete.');
    stage.service.network.offline();
    for (const page of [one, other]) {
      page.question('Da dove cominciare?').choose('Mobilità');
      page.press('Invia');
      await page.reach('La risposta è salvata su questo dispositivo');
    }
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await one.reach('Grazie');
    await other.reach('Grazie');
    expect((await stage.stored()).map(({ slug }) => slug)).to.have.members(['prova', 'altro']);
    expect(stage.count('submitted')).to.equal(2);
  });

  it('sends one answer while another is stuck on the network', async () => {
    stage.publish(aPoll(), aPoll({ slug: 'altro' }));
    const one = await stage.open();
    const other = await stage.open({ slug: 'altro' });
    const release = stage.service.network.hold({ method: 'POST', times: 1 });
    for (const page of [one, other]) {
      await until(() => stage.isPrepared(page), 'the draft to be open');
      page.question('Da dove cominciare?').choose('Mobilità');
      page.press('Invia');
      await page.says('Invio in corso…');
    }
    await keptWhen((entries) => entries.filter(({ state }) => state === 'queued').length === 2, 'two queued answers');
    release();
    await one.reach('Grazie');
    await other.reach('Grazie');
  });

  it('uploads a file that was chosen offline before the answer that names it', async () => {
    stage.publish(aSurvey({ fields: [aField('file')] }));
    const page = await openAndGoOffline();
    page
      .question('Domanda file')
      .attach(new File(['%PDF-1.4\nprova'], 'osservazione.pdf', { type: 'application/pdf' }));
    await page.says('osservazione.pdf');
    await keptWhen((entries) => entries[0]?.attachments.length === 1, 'the file in the draft');
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    stage.service.network.restore();
    stage.service.received.length = 0;
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
    expect(stage.service.received.map(({ method }) => method)).to.deep.equal(['HEAD', 'PUT', 'POST']);
    const [stored] = await stage.stored();
    expect(stored!.submission.attachments!.map(({ name }) => name)).to.deep.equal(['osservazione.pdf']);
  });
});
