import '@cmto/survey-widget/define';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { forgetDevice, keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, insideOf, useStage } from './support/stage.ts';

const words = 'Il dispositivo non ha risposto: non è cambiato nulla. Riprova.';

describe('<cmto-survey> on a device that does not do as asked', () => {
  const stage = useStage();

  const refuseOnce = (): void => {
    const refusal = {
      type: 'urn:cmto:problem:submission.invalid',
      title: 'No',
      status: 422,
      code: 'submission.invalid',
    };
    stage.service.network.answer(
      () => Response.json(refusal, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
      { method: 'POST', times: 1 },
    );
  };

  /** Services whose store refuses what is named for as long as `refuses`. */
  const withStore = async (what: 'all' | 'delete' | 'update') => {
    const { services, parent } = surroundWith(base, { setTimer: noRetries });
    const delivery = await services.delivery();
    const trouble = { refuses: false, parent };
    services.delivery = async () => ({
      ...delivery,
      store: async (shared) => {
        const store = await delivery.store(shared);
        if (shared) return store;
        const refusing = (...args: never[]): Promise<never> =>
          trouble.refuses
            ? Promise.reject(new DOMException('closed', 'InvalidStateError'))
            : (store[what] as (...args: never[]) => Promise<never>)(...args);
        return { ...store, [what]: refusing };
      },
    });
    return trouble;
  };

  it('shows the questions though the device does not say what it holds, and that nothing stays here', async () => {
    stage.publish(aPoll());
    const first = await stage.open();
    first.question('Da dove cominciare?').choose('Acque');
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    await stage.leave(first);
    const trouble = await withStore('all');
    trouble.refuses = true;
    const page = await stage.open({}, trouble.parent);
    await page.says('Su questo dispositivo non resta nulla');
    expect(page.text).to.not.contain('Può dipendere dalla connessione');
    page.question('Da dove cominciare?').choose('Mobilità');
    refuseOnce();
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    trouble.refuses = false;
    page.press('Correggi e invia di nuovo');
    await page.asked('Da dove cominciare?');
    expect(page.root.querySelector<HTMLInputElement>(':checked')?.value).to.equal('mobilita');
    page.press('Invia');
    await page.reach('Grazie');
    const left = await keptWhen((entries) => entries.length === 2, 'the draft beside the receipt');
    expect(left.find(({ id }) => id === draft!.id)).to.deep.equal(draft);
  });

  it('says that a draft was not deleted, and keeps its answers', async () => {
    stage.publish(aPoll());
    const trouble = await withStore('delete');
    const page = await stage.open({}, trouble.parent);
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('Bozza salvata alle');
    trouble.refuses = true;
    page.press('Cancella la bozza');
    page.press('Sì, cancella');
    await page.says(words);
    expect(page.root.querySelectorAll(':checked')).to.have.length(1);
    trouble.refuses = false;
    page.press('Sì, cancella');
    await keptWhen((entries) => entries.length === 0, 'the draft to be gone');
    await page.says('Bozza cancellata.');
    expect(page.text).not.to.contain(words);
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
  });

  it('says that a refused answer could not be opened again, and keeps it', async () => {
    stage.publish(aPoll());
    refuseOnce();
    const trouble = await withStore('update');
    const page = await stage.open({}, trouble.parent);
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    trouble.refuses = true;
    page.press('Correggi e invia di nuovo');
    await page.says(words);
    trouble.refuses = false;
    page.press('Correggi e invia di nuovo');
    await page.asked('Da dove cominciare?');
    page.press('Invia');
    await page.reach('Grazie');
  });

  it('gives a refused answer back that the device had not taken, with all that was answered', async () => {
    stage.publish(aPoll());
    refuseOnce();
    const trouble = await withStore('update');
    const page = await stage.open({}, trouble.parent);
    trouble.refuses = true;
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('tieni aperta la pagina');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    // What other tabs do under this name has nothing to do with what only this page holds.
    const other = await stage.open();
    other.question('Da dove cominciare?').choose('Mobilità');
    await keptWhen((entries) => entries.length === 1, 'the draft of the other tab');
    await page.says('La risposta non è stata accettata.');
    page.press('Correggi e invia di nuovo');
    await page.asked('Da dove cominciare?');
    expect(page.root.querySelector<HTMLInputElement>(':checked')?.value).to.equal('acque');
    trouble.refuses = false;
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored())[0]!.submission.answers['tema']).to.equal('acque');
  });

  it('gives it back at a second attempt, too, where the first was in vain and only this page holds it', async () => {
    stage.publish(aPoll());
    refuseOnce();
    const trouble = await withStore('update');
    const page = await stage.open({}, trouble.parent);
    trouble.refuses = true;
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('tieni aperta la pagina');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    // The answer is a draft again, in memory; what shows its questions cannot be had at this moment.
    const form = insideOf(page);
    const { loadKinds } = form;
    form.loadKinds = () => Promise.reject(new TypeError('no network'));
    page.press('Correggi e invia di nuovo');
    await page.says(words);
    form.loadKinds = loadKinds;
    page.press('Correggi e invia di nuovo');
    await page.asked('Da dove cominciare?');
    expect(page.root.querySelector<HTMLInputElement>(':checked')?.value).to.equal('acque');
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored()).map(({ submission }) => submission.answers['tema'])).to.deep.equal(['acque']);
  });

  it('sends what the page shows though the browser has deleted the draft meanwhile', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    await forgetDevice();
    document.dispatchEvent(new Event('visibilitychange'));
    await keptWhen((entries) => entries.length === 1, 'the draft to be kept again');
    await forgetDevice();
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored())[0]!.submission.answers['tema']).to.equal('acque');
  });

  it('shows the next person on a shared device nothing, though the page has only taken the tag away for a while', async () => {
    stage.publish(aPoll());
    const page = await stage.open({ 'shared-device': '' });
    page.question('Da dove cominciare?').choose('Acque');
    const { host } = page.root;
    const place = host.parentElement!;
    // Moved, it is the same person's.
    place.append(host);
    await page.says('Su questo dispositivo non resta nulla');
    expect(page.root.querySelectorAll(':checked')).to.have.length(1);
    host.remove();
    await new Promise((resolve) => setTimeout(resolve));
    place.append(host);
    await until(() => page.root.querySelector('[type=radio]') && !page.root.querySelector(':checked'), 'a blank form');
    page.question('Da dove cominciare?').choose('Mobilità');
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored()).map(({ submission }) => submission.answers['tema'])).to.deep.equal(['mobilita']);
  });

  it('does not promise that the network may go where closing the page loses the answers', async () => {
    stage.publish(aPoll());
    const trouble = await withStore('update');
    const page = await stage.open({}, trouble.parent);
    await page.says('Puoi continuare anche senza rete.');
    trouble.refuses = true;
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('tieni aperta la pagina');
    expect(page.text).not.to.contain('Puoi continuare anche senza rete.');
  });
});
