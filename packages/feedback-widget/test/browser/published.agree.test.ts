import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { ideas, type PublishedStage, usePublishedStage } from './support/published-stage.ts';

const oneIdea = async (stage: PublishedStage, parts = {}) => {
  const consultation = ideas();
  stage.service.consultations.publish(consultation);
  const id = await stage.publish(consultation, { testo: 'Servono piste.' }, parts);
  return { consultation, id };
};

describe('“I agree”', () => {
  const stage = usePublishedStage();

  it('is counted once however often it is pressed, says how many agree, and that devices are counted', async () => {
    const { consultation, id } = await oneIdea(stage, { agreements: 4 });
    const page = await stage.place(consultation);
    expect(page.text).to.include('si conta per dispositivo, non per persona');
    expect(page.text).to.include('D’accordo: 4 dispositivi');
    page.press('Sono d’accordo');
    page.press('Sono d’accordo');
    await page.says('D’accordo: 5 dispositivi');
    expect(page.status).to.equal('Il tuo accordo è contato: ora sono 5.');
    page.press('Sei d’accordo');
    const posts = stage.received('POST');
    expect(posts.map(({ path }) => path)).to.deep.equal([`/contributions/${id}/endorsements`]);
    expect(posts[0]!.credentials).to.equal('omit');
    expect(page.focused?.textContent?.trim(), 'who pressed it stays there').to.equal('Sei d’accordo');
  });

  it('is not asked twice: the device remembers, until it is told to forget', async () => {
    const { consultation } = await oneIdea(stage);
    const page = await stage.place(consultation);
    page.press('Sono d’accordo');
    await page.says('D’accordo: 1 dispositivo');
    stage.leave();
    const later = await stage.place(consultation);
    await later.says('Sei d’accordo');
    expect(later.status, 'nothing is said that nobody asked for').to.equal('');
    later.press('Sei d’accordo');
    expect(stage.received('POST')).to.have.length(1);
    later.press('Dimentica su questo dispositivo');
    await until(() => later.status.startsWith('Dimenticato'), 'that it is forgotten');
    expect(await stage.agreements.all()).to.deep.equal([]);
    expect(later.text).to.include('Sono d’accordo');
  });

  it('has a device and a key of its own for each contribution', async () => {
    const { consultation } = await oneIdea(stage);
    await stage.publish(consultation, { testo: 'Servono treni.' });
    const page = await stage.place(consultation);
    page.press('Sono d’accordo');
    await page.says('D’accordo: 1 dispositivo');
    page.press('Sono d’accordo');
    await until(() => stage.received('POST').length === 2, 'both');
    const sent = stage.received('POST').flatMap(({ body, key }) => [key, (body as { device: string }).device]);
    expect(new Set(sent).size).to.equal(4);
    await until(() => !page.text.includes('Sono d’accordo'), 'both counted');
  });

  it('waits without a network, says so, and goes out once when it is back', async () => {
    const { consultation } = await oneIdea(stage);
    const page = await stage.place(consultation);
    const reconnect = stage.service.network.offline();
    page.press('Sono d’accordo');
    await page.says('il tuo accordo resta qui e parte da solo');
    reconnect();
    dispatchEvent(new Event('online'));
    await page.says('D’accordo: 1 dispositivo');
    expect(page.text).not.to.include('Non c’è connessione');
    expect(new Set(stage.received('POST').map(({ key }) => key)).size, 'the same key').to.equal(1);
  });

  it('goes out at the next visit where the page was closed without a network', async () => {
    const { consultation } = await oneIdea(stage);
    const page = await stage.place(consultation);
    const reconnect = stage.service.network.offline({ method: 'POST' });
    page.press('Sono d’accordo');
    await page.says('il tuo accordo resta qui');
    stage.leave();
    reconnect();
    const later = await stage.place(consultation);
    await later.says('D’accordo: 1 dispositivo');
  });

  it('counts one where the answer was lost on its way back', async () => {
    const { consultation } = await oneIdea(stage);
    const page = await stage.place(consultation);
    stage.service.network.loseResponse({ times: 1, method: 'POST' });
    page.press('Sono d’accordo');
    await page.says('il tuo accordo resta qui');
    dispatchEvent(new Event('online'));
    await page.says('D’accordo: 1 dispositivo');
    expect(stage.received('POST')).to.have.length(2);
  });

  it('says when a contribution is not published any more, and when the service refuses', async () => {
    const { consultation, id } = await oneIdea(stage);
    const page = await stage.place(consultation);
    stage.service.contributions.clear();
    page.press('Sono d’accordo');
    await page.says('Questo contributo non è più pubblicato');
    expect(await stage.agreements.all(), id).to.deep.equal([]);
    stage.leave();
    const other = await oneIdea(stage);
    const refusing = await stage.place(other.consultation);
    stage.service.network.answer(
      () =>
        new Response(JSON.stringify({ type: 'urn:x', title: 'x', status: 422, code: 'request.invalid' }), {
          status: 422,
          headers: { 'Content-Type': 'application/problem+json' },
        }),
      { times: 1, method: 'POST' },
    );
    refusing.press('Sono d’accordo');
    await refusing.says('Il servizio non ha accettato il tuo accordo.');
    refusing.press('Sono d’accordo');
    await refusing.says('D’accordo: 1 dispositivo');
  });

  it('keeps nothing on a shared device', async () => {
    const { consultation } = await oneIdea(stage);
    const page = await stage.place(consultation, { shared: true });
    page.press('Sono d’accordo');
    await page.says('D’accordo: 1 dispositivo');
    expect(await stage.agreements.all()).to.deep.equal([]);
    expect(page.text).not.to.include('Questo dispositivo ricorda');
  });
});
