import '@cmto/survey-widget/define';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keep, kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

describe('<cmto-survey> drafts', () => {
  const stage = useStage();

  const openPrepared = async (attributes: Record<string, string> = {}): Promise<SurveyPage> => {
    stage.publish(aQuestionnaire());
    const page = await stage.open(attributes);
    await until(() => stage.isPrepared(page), 'the draft to be open');
    return page;
  };

  it('writes an answer a quarter of a second after it was given, with nothing to wait for but that', async () => {
    stage.publish(aPoll());
    const asked: { ring: () => void; after: number }[] = [];
    // No clock of this page rings by itself; a turn of the event loop is no clock.
    const setTimer = (ring: () => void, after: number) => {
      if (after === 0) return browserPlatform.setTimer(ring, after);
      asked.push({ ring, after });
      return () => undefined;
    };
    const page = await stage.open({}, surroundWith(base, { setTimer }).parent);
    await until(() => stage.isPrepared(page), 'the draft to be open');
    asked.length = 0;
    page.question('Da dove cominciare?').choose('Acque');
    expect(asked.map(({ after }) => after)).to.deep.equal([250]);
    expect(await kept()).to.deep.equal([]);
    asked[0]!.ring();
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'acque', 'the answer on the device');
  });

  it('does not wait for a pause in typing', async () => {
    const page = await openPrepared();
    page.question('Chi sei?').choose('Sindaca o sindaco');
    const body = await page.asked('Nome dell’ente');
    const typing = setInterval(() => body.type(`${body.control.value}x`), 20);
    await keptWhen((entries) => String(entries[0]?.answers['ente']).startsWith('x'), 'letters on the device');
    clearInterval(typing);
  });

  it('says where the answers are, and says it to eyes only', async () => {
    const page = await openPrepared();
    const spoken: string[] = [];
    const region = page.root.querySelector('[role=status]')!;
    new MutationObserver(() => spoken.push(region.textContent.trim())).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    page.question('Chi sei?').choose('Cittadina o cittadino');
    await page.says(/Bozza salvata alle \d\d:\d\d su questo dispositivo/);
    page.question('Chi sei?').choose('Sindaca o sindaco');
    (await page.asked('Nome dell’ente')).type('Ivrea');
    await keptWhen((entries) => entries[0]?.answers['ente'] === 'Ivrea', 'the answer on the device');
    expect(spoken).to.deep.equal([]);
    const line = [...page.root.querySelectorAll('p')].find(({ textContent }) => textContent.includes('Bozza salvata'))!;
    expect(line.closest('[aria-live], [role=status], [role=alert]') === null).to.equal(true);
  });

  it('keeps the draft under the key that it will be sent with', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    expect(draft).to.deep.include({
      lookup: `${base}|survey|prova|`,
      state: 'draft',
      formVersion: 1,
      language: 'it',
      answers: { tema: 'acque' },
    });
    expect(draft!.id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posts[0]!.key).to.equal(draft!.id);
  });

  it('keeps nothing of a person who has answered nothing', async () => {
    const page = await openPrepared();
    await stage.leave(page);
    expect(await kept()).to.deep.equal([]);
  });

  it('goes on after a reload where the person was, with everything answered', async () => {
    const page = await openPrepared();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    await stage.leave(page);

    const again = await stage.open();
    await again.says(/Abbiamo ritrovato la bozza del \d+ \w+ \d{4} alle ore \d\d:\d\d: puoi continuare da dove eri\./);
    await again.says('Puoi continuare anche senza rete.');
    expect(again.text, 'for long enough to be read').to.contain('Abbiamo ritrovato la bozza');
    expect(again.headings).to.contain('Le idee');
    expect(again.question('La tua idea come Cittadina o cittadino').control.value).to.equal('Più treni');
    expect(document.activeElement === document.body, 'nothing takes the focus on load').to.equal(true);
    again.press('Indietro');
    const role = await again.asked('Chi sei?');
    expect(role.element.querySelector<HTMLInputElement>(':checked')!.value).to.equal('cittadino');
    expect(stage.heard.filter((name) => name === 'ready')).to.have.length(2);
    expect(await kept()).to.have.length(1);
  });

  it('writes what is typed when the page goes away, without waiting', async () => {
    stage.publish(aPoll());
    // The timer that would write it never rings.
    const setTimer = (callback: () => void, delay: number) =>
      delay === 250 ? () => undefined : browserPlatform.setTimer(callback, delay);
    const { parent } = surroundWith(base, { setTimer });
    const page = await stage.open({}, parent);
    await page.says('Puoi continuare anche senza rete.');
    page.question('Da dove cominciare?').choose('Acque');
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    delete (document as { visibilityState?: unknown }).visibilityState;
    await keptWhen((entries) => entries[0]?.answers['tema'] === 'acque', 'the answer on the device');
  });

  it('deletes a draft when asked twice, on the device and on the page', async () => {
    const page = await openPrepared();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    await page.says('Bozza salvata');
    page.press('Cancella la bozza');
    await page.says('Vuoi cancellare tutte le risposte date finora?');
    page.press('No, conservale');
    await until(() => page.root.querySelector('details.delete[open]') === null, 'the question to be closed');
    expect(await kept()).to.have.length(1);
    page.press('Cancella la bozza');
    page.press('Sì, cancella');
    await page.reach('Chi risponde');
    await until(() => page.status === 'Bozza cancellata.', 'the announcement');
    await until(() => page.focused !== null, 'the focus inside');
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
    expect(page.text).to.not.contain('Bozza salvata');
    await stage.leave(page);
    expect(await kept()).to.deep.equal([]);
    const again = await stage.open();
    expect(again.text).to.not.contain('Abbiamo ritrovato');
  });

  it('starts anew after an answer has been sent', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('Grazie');
    const [entry] = await kept();
    expect([entry!.state, entry!.answers, entry!.submission]).to.deep.equal(['delivered', {}, undefined]);
    await stage.leave(page);
    const again = await stage.open();
    expect(again.root.querySelectorAll(':checked')).to.have.length(0);
    expect(again.text).to.not.contain('Abbiamo ritrovato');
  });

  it('keeps nothing on a shared device, and says so', async () => {
    const page = await openPrepared({ 'shared-device': '' });
    page.question('Chi sei?').choose('Cittadina o cittadino');
    await page.says(
      'Su questo dispositivo non resta nulla: se chiudi la pagina prima di inviare, le risposte si perdono.',
    );
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    expect(await kept()).to.deep.equal([]);
    expect(localStorage.length).to.equal(0);
    expect(await indexedDB.databases().then((all) => all.map(({ name }) => name))).to.not.include('keyval-store');
  });

  it('does not show on a shared device what an earlier person has left', async () => {
    const page = await openPrepared();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    await stage.leave(page);
    const shared = await stage.open({ 'shared-device': '' });
    await until(() => stage.isPrepared(shared), 'the draft to be open');
    expect(shared.root.querySelectorAll(':checked')).to.have.length(0);
  });

  it('tells the next person on a shared device nothing of the one before', async () => {
    stage.publish(aPoll());
    const before = await stage.open({ 'shared-device': '' });
    before.question('Da dove cominciare?').choose('Acque');
    before.press('Invia');
    await before.reach('Grazie');
    const next = await stage.open({ 'shared-device': '' });
    await until(() => stage.isPrepared(next), 'the draft to be open');
    await next.says('Su questo dispositivo non resta nulla');
    expect(next.text).to.not.contain('è già partita una risposta');
  });

  it('begins anew on a shared device when somebody goes back to the page', async () => {
    stage.publish(aPoll());
    const page = await stage.open({ 'shared-device': '' });
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('Su questo dispositivo non resta nulla');
    await until(() => stage.isPrepared(page), 'the draft to be open');
    const ready = stage.count('ready');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => stage.count('ready') > ready && stage.isPrepared(page), 'the questions');
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
  });

  it('gives two tags with an `instance` a draft each', async () => {
    stage.publish(aQuestionnaire());
    const one = await stage.open({ instance: 'uno' });
    const two = await stage.open({ instance: 'due' });
    one.question('Chi sei?').choose('Cittadina o cittadino');
    two.question('Chi sei?').choose('Sindaca o sindaco');
    const drafts = await keptWhen((entries) => entries.length === 2, 'two drafts');
    expect(drafts.map(({ lookup, answers }) => [lookup, answers['ruolo']])).to.have.deep.members([
      [`${base}|survey|prova|uno`, 'cittadino'],
      [`${base}|survey|prova|due`, 'sindaco'],
    ]);
    await stage.leave(one);
    await stage.leave(two);
    const again = await stage.open({ instance: 'due' });
    expect(again.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('sindaco');
  });

  it('works from memory where the browser denies storage, and says that it does', async () => {
    stage.publish(aPoll());
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      const { parent } = surroundWith(base);
      const page = await stage.open({}, parent);
      page.question('Da dove cominciare?').choose('Acque');
      await page.says('Su questo dispositivo non resta nulla');
      page.press('Invia');
      await page.reach('Grazie');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('skips an entry that another kit has written in a way it does not know', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    await stage.leave(page);
    await keep({ ...draft!, id: 'x', answers: null as never, savedAt: Date.now() + 1000 });
    const again = await stage.open();
    expect(again.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('acque');
  });
});
