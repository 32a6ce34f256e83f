import '@cmto/survey-widget/define';
import { aSurvey } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { base, useStage } from './support/stage.ts';

describe('<cmto-survey> where there is nothing to answer', () => {
  const stage = useStage();

  it('says when a survey was open', async () => {
    stage.publish(aPoll({ opensAt: '2026-01-01T08:00:00Z', closesAt: '2026-03-31T21:59:59Z' }));
    const page = stage.place();
    await page.says('Il questionario è chiuso.');
    await page.says('Il termine per rispondere era: 31 marzo 2026 alle ore 23:59 (ora di Roma)');
    expect(page.headings).to.deep.equal(['Sondaggio']);
    expect(page.questions).to.deep.equal([]);
    expect(stage.heard).to.deep.equal([]);
  });

  it('says when a survey will open', async () => {
    stage.publish(aPoll({ opensAt: '2098-12-24T08:00:00Z' }));
    const page = stage.place();
    await page.says('Il questionario non è ancora aperto. Apertura: 24 dicembre 2098 alle ore 09:00 (ora di Roma)');
    expect(page.questions).to.deep.equal([]);
  });

  it('goes by the server’s clock, not the device’s', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    stage.publish(aPoll({ closesAt: soon }));
    const { survey } = { survey: aPoll({ closesAt: soon }) };
    const later = new Date(Date.now() + 7_200_000).toUTCString();
    // A browser lets pages set no Date: the answer is made as the server would.
    stage.service.network.answer(
      () => new Response(JSON.stringify(survey), { headers: { 'Content-Type': 'application/json', Date: later } }),
    );
    const page = stage.place();
    await page.says('Il questionario è chiuso.');
  });

  it('helps to find a survey that is not there', async () => {
    const page = stage.place({ slug: 'mai-visto' });
    await page.says('Questo questionario non c’è.');
    await page.says('nessun questionario pubblicato si chiama «mai-visto»');
    expect(stage.heard).to.deep.equal([]);
  });

  it('tells the editor of the page that the name is missing', async () => {
    const page = stage.place();
    page.element.removeAttribute('slug');
    await page.says('Qui manca il nome del questionario.');
    await page.says('<cmto-survey slug="questionario-psm">');
  });

  it('takes a name pasted with spaces around it', async () => {
    stage.publish(aPoll());
    const page = await stage.open({ slug: '  prova\n' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('Grazie');
    const blank = stage.place({ slug: '  ' });
    await blank.says('Qui manca il nome del questionario.');
  });

  it('tells the editor that a service elsewhere may not admit the page’s site', async () => {
    stage.service.network.offline();
    const page = stage.place();
    await page.says(
      `il servizio all’indirizzo ${base} non risponde, oppure non accetta le pagine di ${location.origin}`,
    );
  });

  it('tells the editor whose address of the service has no version', async () => {
    stage.service.network.offline();
    await stage.place({ api: new URL(base).origin }).says('di solito finisce con /api/v1');
    const versioned = stage.place({ instance: 'b' });
    await versioned.says('non risponde, oppure non accetta');
    expect(versioned.text).not.to.contain('/api/v1.');
  });

  it('shows the survey as soon as the missing name is there', async () => {
    stage.publish(aPoll());
    const page = stage.place();
    page.element.removeAttribute('slug');
    await page.says('Qui manca il nome del questionario.');
    page.element.setAttribute('slug', 'prova');
    await page.asked('Da dove cominciare?');
    expect(stage.heard).to.deep.equal(['ready']);
  });

  for (const [what, api] of [
    ['missing', ''],
    ['no address', 'https://'],
  ]) {
    it(`tells the editor of the page that the address of the service is ${what}`, async () => {
      const page = stage.place({ api: api! });
      await page.says('Qui l’indirizzo del servizio manca o non è valido.');
    });
  }

  it('says so when nothing of the service is at the address', async () => {
    stage.publish(aPoll());
    const page = stage.place({ api: `${base}/altrove` });
    await page.says(/il questionario non si carica|Questo questionario non c’è/);
    expect(page.questions).to.deep.equal([]);
  });

  it('shows nothing of a definition it cannot read', async () => {
    stage.service.network.answer(() => Response.json({ slug: 'prova', version: 'x', form: { pages: [] } }));
    const page = stage.place();
    await page.says('In questo momento il questionario non si carica.');
  });

  for (const [what, trouble] of [
    ['no network', () => stage.service.network.offline()],
    ['a server that is down', () => stage.service.network.fail(503)],
    ['a captive portal', () => stage.service.network.captivePortal()],
    ['a proxy’s 404', () => stage.service.network.fail(404)],
  ] as const) {
    it(`says so with ${what}, and recovers when the person tries again`, async () => {
      stage.publish(aPoll());
      const end = trouble();
      const page = stage.place();
      await page.says('In questo momento il questionario non si carica.');
      expect(page.element.matches(':state(failed)')).to.equal(true);
      end();
      page.press('Riprova');
      await page.asked('Da dove cominciare?');
      await until(() => stage.count('ready') === 1);
    });
  }

  it('keeps a draft of a survey that has closed meanwhile, and says so', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    await stage.leave(page);
    stage.publish(aQuestionnaire({ closesAt: '2026-01-01T00:00:00Z' }));
    const again = stage.place();
    await again.says('Il questionario è chiuso.');
    await again.says('Su questo dispositivo c’è una bozza che non è stata inviata.');
    await keptWhen((entries) => entries[0]?.answers['ruolo'] === 'cittadino', 'the draft, still');
  });

  it('says that it is loading while it is', async () => {
    stage.publish(aSurvey());
    const release = stage.service.network.hold();
    const page = stage.place();
    await page.says('Caricamento delle domande…');
    expect(page.root.querySelector('[part=base]')!.getAttribute('aria-busy')).to.equal('true');
    release();
    await page.asked('Domanda text');
    expect(page.root.querySelector('[part=base]')!.hasAttribute('aria-busy')).to.equal(false);
  });
});
