import '@cmto/feedback-widget/define';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import type { RatingPage } from './support/rating-page.ts';
import { useStage } from './support/stage.ts';

const thanks = 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!';

describe('<cmto-rating> without a network', () => {
  const stage = useStage();

  const send = (page: RatingPage): void => {
    page.fill(2, 'Altro', 'Una riga.');
    page.press('Invia');
  };

  it('keeps the rating, says where it is, and sends it when the network is back, once', async () => {
    const restore = stage.service.network.offline({ method: 'POST' });
    const page = stage.place();
    send(page);
    await page.says('la valutazione resta su questo dispositivo e parte da sola');
    expect(page.text).to.include(thanks);
    const [entry, ...others] = await stage.store.all();
    expect(others).to.deep.equal([]);
    expect([entry!.state, entry!.path, entry!.submission!.answers['details']]).to.deep.equal([
      'queued',
      '/ratings',
      'Una riga.',
    ]);
    expect(localStorage.getItem('cmto-queued')).to.equal('1');
    restore();
    dispatchEvent(new Event('online'));
    await until(() => stage.heard.includes('submitted'));
    expect(page.text.trim()).to.equal(thanks);
    expect(stage.heard).to.deep.equal(['submit-request', 'feedback-submit', 'queued', 'submitted']);
    const stored = (await stage.service.store.all()).filter(({ receipt }) => receipt.id === entry!.id);
    expect(stored).to.have.length(1);
    expect(localStorage.getItem('cmto-queued')).to.equal(null);
  });

  it('counts one rating when the service’s answer is lost', async () => {
    stage.service.network.loseResponse({ times: 1, method: 'POST' });
    const page = stage.place();
    send(page);
    await page.says('parte da sola');
    dispatchEvent(new Event('online'));
    await until(() => stage.heard.includes('submitted'));
    const keys = stage.posts.map(({ key }) => key);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('keeps nothing on a shared device, and says to keep the page open', async () => {
    const restore = stage.service.network.offline({ method: 'POST' });
    const page = stage.place({ 'shared-device': '' });
    send(page);
    await page.says('tieni aperta questa pagina finché la valutazione non parte');
    expect(await stage.store.all()).to.deep.equal([]);
    restore();
    dispatchEvent(new Event('online'));
    await until(() => stage.heard.includes('submitted'));
    expect(page.text.trim()).to.equal(thanks);
  });

  it('says when the service refuses it, and keeps it', async () => {
    const problem = { type: 'https://x.example/p', title: 'x', status: 403, code: 'origin.not-allowed' };
    const headers = { 'Content-Type': 'application/problem+json' };
    stage.service.network.answer(() => new Response(JSON.stringify(problem), { status: 403, headers }), {
      method: 'POST',
    });
    const page = stage.place();
    send(page);
    await page.says('Il servizio non ha accettato la valutazione. Segnalalo a chi gestisce il sito.');
    expect(page.text).to.include('La valutazione non è arrivata').and.not.to.include(thanks);
    const [entry] = await stage.store.all();
    expect([entry!.state, entry!.problem!.code]).to.deep.equal(['attention', 'origin.not-allowed']);
  });

  it('leaves everything as it is where the code that sends cannot be had, and sends at the next press', async () => {
    let isLost = true;
    const page = stage.place();
    const { delivery } = stage.services!;
    stage.services!.delivery = () => (isLost ? Promise.reject(new Error('no network')) : delivery());
    send(page);
    await page.says('Non è stato possibile inviare: controlla la connessione e premi di nuovo «Invia».');
    expect(page.element.querySelector<HTMLInputElement>('[name=details]')!.value).to.equal('Una riga.');
    expect(stage.complaints.splice(0).join()).to.include('no network');
    isLost = false;
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posts).to.have.length(1);
    expect(stage.heard.filter((name) => name === 'feedback-submit')).to.have.length(1);
  });

  it('is called by the page’s title among what is kept', async () => {
    document.title = 'Contributi ai comuni';
    stage.service.network.offline({ method: 'POST' });
    const page = stage.place();
    send(page);
    await page.says('parte da sola');
    const [entry] = await stage.store.all();
    expect(entry!.title).to.equal('Valutazione: Contributi ai comuni');
  });

  describe('in a page that was put away, and hears nothing meanwhile', () => {
    const keep = async (): Promise<[RatingPage, string]> => {
      const restore = stage.service.network.offline({ method: 'POST' });
      const page = stage.place();
      send(page);
      await page.says('parte da sola');
      const [entry] = await stage.store.all();
      restore();
      return [page, entry!.id];
    };
    const comeBack = (): void => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    };

    it('sends no rating that a person has deleted, and says no longer that it waits', async () => {
      const [page, id] = await keep();
      const tried = stage.posts.length;
      // As the panel of another page does it: what waits and its mark go together.
      await stage.store.delete(id);
      comeBack();
      await until(() => !page.text.includes('parte da sola'), 'the notice to go');
      expect(page.text).to.include('La valutazione non è arrivata').and.not.to.include(thanks);
      dispatchEvent(new Event('online'));
      await stage.services!.delivery().then((delivery) => delivery.outbox(stage.store).flush());
      expect([await stage.store.all(), stage.posts.length - tried]).to.deep.equal([[], 0]);
      expect(stage.heard).to.deep.equal(['submit-request', 'feedback-submit', 'queued']);
    });

    it('sends one that the browser has deleted, once', async () => {
      const [page, id] = await keep();
      await stage.store.delete(id);
      localStorage.setItem('cmto-queued', '1');
      comeBack();
      await until(() => stage.heard.includes('submitted'));
      expect(page.text.trim()).to.equal(thanks);
      const stored = (await stage.service.store.all()).filter(({ receipt }) => receipt.id === id);
      expect([stored.length, localStorage.getItem('cmto-lost')]).to.deep.equal([1, null]);
    });
  });
});
