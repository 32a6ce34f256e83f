import '@cmto/request-form/define';
import { aRequestStatus } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { holdEntries } from './support/device-trouble.ts';
import { useStage } from './support/stage.ts';

const waiting = aRequestStatus({
  state: 'waiting',
  asked: { messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02', text: 'Manca la planimetria catastale.' },
});

const boxOf = (page: SurveyPage): HTMLTextAreaElement | null =>
  page.root.querySelector<HTMLTextAreaElement>('[data-field=messaggio] textarea');
const written = (page: SurveyPage): string | undefined => boxOf(page)?.value;
const comeBack = (): void => {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
};

describe('the draft of an addition, and what was done to it elsewhere', () => {
  const stage = useStage();
  /** Texts by their keys: nothing keeps these tabs from trying at once, and one key is one message. */
  const sent = (): Map<string | undefined, string> =>
    new Map(stage.received('POST').map(({ key, body }) => [key, (body as { text: string }).text]));

  /** One draft in two tabs, of which the second hears nothing from then on. */
  const inTwoTabs = async (text: string): Promise<[SurveyPage, SurveyPage]> => {
    const one = await stage.follow(waiting);
    const other = await stage.follow(waiting);
    await one.asked('Documenti');
    await other.asked('Documenti');
    one.question('Il tuo messaggio').type(text);
    await until(() => written(other) === text, 'the text in the other tab');
    stage.freeze(other);
    return [one, other];
  };

  it('sent by another tab while this page was put away, goes on under a key of its own, which is said', async () => {
    const [one, other] = await inTwoTabs('Ecco');
    one.press('Invia');
    await one.says('Ricevuta un’integrazione');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    comeBack();
    await other.says('Quello che vedi qui non è più conservato su questo dispositivo: forse l’hai inviato');
    expect([written(other), await stage.store.all()]).to.deep.equal(['Ecco', []]);
    other.question('Il tuo messaggio').type('Ecco, e ancora');
    await other.says('Bozza salvata alle');
    other.press('Invia');
    await stage.kept((entries) => entries.length === 0 && sent().size === 2, 'both to have arrived');
    expect([...sent().values()]).to.deep.equal(['Ecco', 'Ecco, e ancora']);
    expect(other.text).not.to.include('Il servizio non l’ha accettato');
  });

  it('missing when it is to be sent, is sent only by another press, once the person has read so', async () => {
    const [one, other] = await inTwoTabs('Ecco');
    one.press('Invia');
    await one.says('Ricevuta un’integrazione');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    other.press('Invia');
    await until(() => other.status.includes('non è più conservato su questo dispositivo'), 'the news');
    expect(sent().size).to.equal(1);
    expect(written(other)).to.equal('Ecco');
  });

  it('on its way from another tab, is not said to be deleted', async () => {
    const [one, other] = await inTwoTabs('Ecco');
    const restore = stage.service.network.offline({ method: 'POST' });
    one.press('Invia');
    await stage.kept(([entry]) => (entry?.attempts ?? 0) > 0, 'the first attempt to be over');
    other.press('Cancella la bozza');
    other.press('Sì, cancella');
    await until(() => other.status === 'Quello che avevi scritto qui è già partito da un’altra scheda.', 'the news');
    expect((await stage.store.all()).map(({ state }) => state)).to.deep.equal(['queued']);
    restore();
    one.press('Prova a inviare adesso');
    await one.says('Ricevuta un’integrazione');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
  });

  it('takes no letter while it is handed over, for that would be in nothing that is sent', async () => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type('Ecco');
    await page.says('Bozza salvata alle');
    const isShut = (): boolean => boxOf(page)?.closest('[inert]') !== null;
    expect(isShut()).to.equal(false);
    const release = await holdEntries();
    page.press('Invia');
    await until(isShut, 'the box to be shut');
    expect(sent().size).to.equal(0);
    release();
    await page.says('Ricevuta un’integrazione');
    await until(() => written(page) === '' && !isShut(), 'a blank form');
    expect([...sent().values()]).to.deep.equal(['Ecco']);
  });

  it('on a shared device, is gone when somebody goes back to the page', async () => {
    const page = await stage.follow(waiting, { 'shared-device': '' });
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type('Privato.');
    comeBack();
    await until(() => written(page) === '', 'a blank form');
    expect(page.text).not.to.include('Privato');
    expect(await stage.store.all()).to.deep.equal([]);
  });
});
