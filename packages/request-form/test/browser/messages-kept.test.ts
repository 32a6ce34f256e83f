import '@cmto/request-form/define';
import { aRequestStatus } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { holdEntries, refuseWrites } from './support/device-trouble.ts';
import { useStage } from './support/stage.ts';

const waiting = aRequestStatus({
  state: 'waiting',
  asked: { messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02', text: 'Manca la planimetria catastale.' },
});

const written = (page: SurveyPage): string | undefined =>
  page.root.querySelector<HTMLTextAreaElement>('[data-field=messaggio] textarea')?.value;

describe('what waits to be sent to a request', () => {
  const stage = useStage();
  let allowWrites = (): unknown => undefined;
  afterEach(() => void allowWrites());

  const write = async (text: string): Promise<SurveyPage> => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type(text);
    return page;
  };
  const keys = (): Set<unknown> => new Set(stage.received('POST').map(({ key }) => key));

  it('is kept and sent again where the browser has deleted it, and is said to have arrived only then', async () => {
    const page = await write('Ecco la planimetria.');
    stage.service.network.offline({ method: 'POST' });
    page.press('Invia');
    const [lost] = await stage.kept(([entry]) => (entry?.attempts ?? 0) > 0, 'the first attempt to be over');
    await stage.store.delete(lost!.id);
    localStorage.setItem('cmto-queued', '1');
    dispatchEvent(new Event('online'));
    const [entry] = await stage.kept(([again]) => (again?.attempts ?? 0) > 0, 'it to be kept and tried again');
    expect([entry!.id, entry!.message!.text]).to.deep.equal([lost!.id, 'Ecco la planimetria.']);
    await page.says('Non ancora partito da questo dispositivo');
    expect(page.status).not.to.include('Arrivato');
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.says('Ricevuta un’integrazione');
    await until(() => page.status.includes('Arrivato'), 'the news');
    expect(keys().size).to.equal(1);
    expect([await stage.store.all(), localStorage.getItem('cmto-lost')]).to.deep.equal([[], null]);
  });

  it('missing to a page that was put away, is neither sent again nor said to have arrived', async () => {
    const page = await write('Ecco la planimetria.');
    const restore = stage.service.network.offline({ method: 'POST' });
    page.press('Invia');
    const [entry] = await stage.kept(([each]) => (each?.attempts ?? 0) > 0, 'the first attempt to be over');
    await until(() => page.status.includes('Non ancora partito'), 'the attempt to be over for the page, too');
    const tried = stage.received('POST').length;
    stage.freeze(page);
    // As the panel of another page does it: what waits and its mark go together.
    await stage.store.delete(entry!.id);
    restore();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => page.status.includes('non è più su questo dispositivo'), 'the news');
    await until(() => !page.text.includes('Non ancora partito'), 'the list to go');
    expect(page.text).not.to.include('Arrivato');
    expect([await stage.store.all(), stage.received('POST').length - tried]).to.deep.equal([[], 0]);
  });

  it('goes out from memory where the device refuses to keep it, which is said, and leaves no draft', async () => {
    const page = await write('Ecco');
    await page.says('Bozza salvata alle');
    const restore = stage.service.network.offline({ method: 'POST' });
    allowWrites = refuseWrites();
    page.press('Invia');
    await page.says('Tieni aperta questa pagina: se la chiudi, non parte.');
    await until(() => written(page) === '', 'a blank form');
    restore();
    page.press('Prova a inviare adesso');
    await page.says('Ricevuta un’integrazione');
    expect(stage.received('POST').map(({ body }) => (body as { text: string }).text)).to.include('Ecco');
    expect(keys().size).to.equal(1);
    await stage.kept((entries) => entries.length === 0, 'the draft to be gone');
    await until(() => !page.text.includes('Non ancora partito'), 'the list to go');
  });

  it('is one withdrawal, however often that is pressed before it is answered', async () => {
    const page = await stage.follow(aRequestStatus());
    const release = await holdEntries();
    for (const _ of [1, 2]) {
      page.press('Ritira la richiesta');
      page.press('Sì, ritira la richiesta');
    }
    release();
    await until(() => page.status.includes('La richiesta è ritirata'), 'the news');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    expect(stage.received('POST').map(({ body }) => (body as { kind: string }).kind)).to.include('withdrawal');
    expect(keys().size).to.equal(1);
  });
});
