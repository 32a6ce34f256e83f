import '@cmto/survey-widget/define';
import '@cmto/core/define-provider';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { until } from '@cmto/testing/until';
import { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';
import { kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { surroundWith } from './support/services.ts';
import { base, insideOf, useStage } from './support/stage.ts';

const asked = (paths: readonly string[]): string[] => paths.filter((path) => path.startsWith('/surveys/'));

describe('<cmto-survey> coming, moving and going', () => {
  const stage = useStage();
  const requested = (): string[] => asked(stage.service.received.map(({ path }) => path));

  it('keeps everything when it is taken off the page and put elsewhere', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    const parent = document.createElement('main');
    document.body.append(parent);
    page.element.remove();
    parent.append(page.element);
    expect(page.question('La tua idea').control.value).to.equal('Più treni');
    expect(page.headings).to.contain('Le idee');
    page.question('La tua idea').type('Più treni la sera');
    await keptWhen((entries) => entries[0]?.answers['idea'] === 'Più treni la sera', 'the answer on the device');
    parent.lang = 'en';
    await page.reach('Ideas');
    page.press('Next');
    await page.reach('Check your answers');
    page.press('Send');
    await page.reach('Thank you');
    expect(stage.count('ready')).to.equal(1);
    expect(requested()).to.deep.equal(['/surveys/prova', '/surveys/prova/responses']);
  });

  it('saves what was typed just before it is taken off the page', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Da dove cominciare?').choose('Acque');
    page.element.remove();
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'acque', 'the answer on the device');
  });

  it('gives up loading when it is taken off the page, and starts again when it is back', async () => {
    stage.publish(aPoll());
    const signals: AbortSignal[] = [];
    const { parent } = surroundWith(base, {
      fetch: (url, init) => {
        signals.push(init.signal!);
        return browserPlatform.fetch(url, init);
      },
    });
    const release = stage.service.network.hold();
    const page = stage.place({}, parent);
    await page.says('Caricamento');
    page.element.remove();
    await until(() => signals[0]?.aborted, 'the request to be given up');
    expect(stage.heard).to.deep.equal([]);
    parent.append(page.element);
    release();
    await page.asked('Da dove cominciare?');
    await until(() => stage.count('ready') === 1);
    expect(signals).to.have.length(2);
  });

  it('is loaded once when it is moved while loading', async () => {
    stage.publish(aPoll());
    const release = stage.service.network.hold();
    const page = stage.place();
    await page.says('Caricamento');
    const parent = document.createElement('main');
    document.body.append(parent);
    parent.append(page.element);
    release();
    await page.asked('Da dove cominciare?');
    await until(() => stage.isPrepared(page), 'the draft to be open');
    expect(stage.count('ready')).to.equal(1);
  });

  it('shows the survey named last', async () => {
    stage.publish(aPoll(), aQuestionnaire({ slug: 'altro' }));
    const page = stage.place();
    page.element.setAttribute('slug', 'altro');
    await page.reach('Il piano strategico');
    page.element.setAttribute('slug', 'prova');
    page.element.setAttribute('slug', 'altro');
    page.element.setAttribute('slug', 'prova');
    await page.asked('Da dove cominciare?');
    expect(page.questions).to.deep.equal(['Da dove cominciare?']);
  });

  it('keeps the answers of one survey when another is shown and it comes back', async () => {
    stage.publish(aPoll(), aPoll({ slug: 'altro', title: 'Altro' }));
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Da dove cominciare?').choose('Acque');
    page.element.setAttribute('slug', 'altro');
    await page.reach('Altro');
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
    page.element.setAttribute('slug', 'prova');
    await page.reach('Sondaggio');
    await until(() => page.root.querySelector<HTMLInputElement>(':checked')?.value === 'acque', 'the answer');
    expect((await kept()).map(({ lookup }) => lookup)).to.deep.equal([`${base}|survey|prova|`]);
  });

  it('keeps what was answered before the later code arrived', async () => {
    stage.publish(aQuestionnaire());
    const page = stage.place();
    await new Promise<void>((resolve) => {
      const answer = (): void => {
        expect(insideOf(page).finish).to.equal(undefined);
        page.question('Chi sei?').choose('Sindaca o sindaco');
        resolve();
      };
      addEventListener('cmto-survey-ready', answer, { once: true });
    });
    await page.asked('Nome dell’ente');
    await page.says('Passo 1 di 4');
    await keptWhen((entries) => entries[0]?.answers['ruolo'] === 'sindaco', 'the answer on the device');
    expect(page.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('sindaco');
  });

  it('goes on as soon as it can when the person is quicker than the code', async () => {
    stage.publish(aQuestionnaire());
    const page = stage.place();
    await new Promise<void>((resolve) => {
      const hurry = (): void => {
        page.question('Chi sei?').choose('Cittadina o cittadino');
        page.press('Avanti');
        resolve();
      };
      addEventListener('cmto-survey-ready', hurry, { once: true });
    });
    await page.reach('Le idee');
    expect(stage.count('step-changed')).to.equal(1);
    page.press('Indietro');
    const question = await page.asked('Chi sei?');
    expect(question.element.querySelector<HTMLInputElement>(':checked')!.value).to.equal('cittadino');
  });

  it('takes its address from a provider around it', async () => {
    stage.publish(aPoll());
    const provider = document.createElement('cmto-provider');
    provider.setAttribute('api', base);
    document.body.append(provider);
    const page = await stage.open({ api: '' }, provider);
    await page.asked('Da dove cominciare?');
  });

  it('takes its address from the page’s meta element', async () => {
    stage.publish(aPoll());
    const meta = document.createElement('meta');
    meta.name = 'cmto-api';
    meta.content = `${base}/`;
    document.head.append(meta);
    const page = await stage.open({ api: '' });
    await page.asked('Da dove cominciare?');
    meta.remove();
  });

  it('takes its own attribute before the provider’s, and the provider’s before the page’s', async () => {
    stage.publish(aPoll());
    const meta = document.createElement('meta');
    meta.name = 'cmto-api';
    meta.content = 'https://example.invalid/api/v1';
    document.head.append(meta);
    for (const [around, own] of [
      [base, ''],
      ['https://example.invalid/api/v1', base],
    ] as const) {
      const provider = document.createElement('cmto-provider');
      provider.setAttribute('api', around);
      document.body.append(provider);
      await stage.open({ api: own }, provider);
    }
    meta.remove();
    expect(stage.service.received).to.have.length(2);
  });

  it('asks a provider’s new address when that changes', async () => {
    stage.publish(aPoll());
    const provider = document.createElement('cmto-provider');
    provider.setAttribute('api', base);
    document.body.append(provider);
    await stage.open({ api: '' }, provider);
    provider.setAttribute('api', `${base}/`);
    await until(() => stage.count('ready') === 2, 'the survey to be loaded again');
  });

  it('fits its headings into the page’s outline', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open({ 'heading-level': '3' });
    const levels = (): string[] =>
      [...page.root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName);
    expect(levels()).to.deep.equal(['h3', 'h4']);
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    expect(levels()).to.deep.equal(['h3', 'h4', 'h5', 'h5']);
  });

  it('leaves its title out where the page has it already', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open({ 'hide-title': '' });
    expect(page.headings).to.deep.equal(['Chi risponde']);
    expect(page.text).to.not.contain('Il piano strategico');
    page.element.removeAttribute('hide-title');
    await page.reach('Il piano strategico');
  });

  it('keeps the tag’s own content out of the way', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    const link = document.createElement('a');
    link.href = 'https://partecipa.example.it/w/survey/prova';
    link.textContent = 'Rispondi al sondaggio';
    page.element.append(link);
    expect(link.checkVisibility()).to.equal(false);
    expect(new SurveyPage(page.element).text).to.not.contain('Rispondi al sondaggio');
  });
});
