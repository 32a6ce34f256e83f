import '@cmto/request-form/define';
import { aFile, aReceiptCode, aRequestStatus } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const waiting = aRequestStatus({
  state: 'waiting',
  asked: { messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02', text: 'Manca la planimetria catastale.' },
});

/** What stands in the box for the text. */
const written = (page: SurveyPage): string | undefined =>
  page.root.querySelector<HTMLTextAreaElement>('[data-field=messaggio] textarea')?.value;

describe('the draft of what is added to a request', () => {
  const stage = useStage();

  it('outlives the page with its files, says so, and is sent once under its key', async () => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    expect(await stage.store.all(), 'nothing is kept before anything is written').to.deep.equal([]);
    page.question('Il tuo messaggio').type('Ecco la planimetria.');
    page.question('Documenti').attach(aFile('catasto.pdf'));
    await page.says('Bozza salvata alle');
    const [draft] = await stage.kept(([entry]) => entry?.attachments.length === 1, 'the draft with its file');
    expect(draft).to.include({ state: 'draft', title: 'Integrazione: Assistenza tecnica' });
    expect(draft!.page).to.equal(`${location.origin}${location.pathname}${location.search}#${aReceiptCode}`);
    expect(stage.received('PUT'), 'no file goes out before it is sent').to.deep.equal([]);

    stage.leave();
    const again = await stage.follow(waiting);
    await again.says('Abbiamo ritrovato la bozza del');
    expect(written(again)).to.equal('Ecco la planimetria.');
    await again.says('catasto.pdf');
    again.press('Invia');
    await again.says('Ricevuta un’integrazione');
    const [post, ...more] = stage.received('POST');
    expect(more).to.have.length(0);
    expect(post!.key).to.equal(draft!.id);
    const { attachments } = post!.body as { attachments: { name: string }[] };
    expect(attachments.map(({ name }) => name)).to.deep.equal(['catasto.pdf']);
    await until(() => written(again) === '', 'a blank form');
    expect(again.text).not.to.include('Bozza');
    expect(await stage.store.all()).to.deep.equal([]);
  });

  it('is found where nobody has asked for anything, and where its page is opened at the receipt', async () => {
    const page = await stage.follow(aRequestStatus());
    await until(() => written(page) === '', 'the form');
    page.press('Aggiungi qualcosa');
    page.question('Il tuo messaggio').type('Una cosa ancora.');
    await page.says('Bozza salvata alle');
    const [draft] = await stage.store.all();
    stage.leave();
    location.hash = new URL(draft!.page!).hash;
    const again = stage.place('cmto-request-status');
    await until(() => written(again) === 'Una cosa ancora.', 'the draft');
    const box = again.root.querySelector('[data-field=messaggio]')!.closest('details');
    expect(box?.open, 'shown without being asked for').to.equal(true);
  });

  it('is deleted only after asking, text and files', async () => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type('Da buttare.');
    page.question('Documenti').attach(aFile('catasto.pdf'));
    await stage.kept(([entry]) => entry?.attachments.length === 1, 'the draft');
    await page.says('Cancella la bozza');
    page.press('Cancella la bozza');
    page.press('No, conservala');
    expect(await stage.store.all()).to.have.length(1);
    page.press('Cancella la bozza');
    page.press('Sì, cancella');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    await until(() => page.status === 'Bozza cancellata.' && written(page) === '', 'a blank form');
    expect(page.text).not.to.include('catasto.pdf');
    expect(stage.received('POST')).to.deep.equal([]);
  });

  it('is not kept on a shared device, which is said; another receipt shows nothing of it', async () => {
    const page = await stage.follow(waiting, { 'shared-device': '' });
    await page.asked('Documenti');
    await page.says('Su questo dispositivo non resta nulla');
    page.question('Il tuo messaggio').type('Privato.');
    expect(await stage.store.all()).to.deep.equal([]);
    page.press('Apri un’altra ricevuta');
    await stage.open(page, aReceiptCode, '2026/0000042');
    await page.asked('Documenti');
    expect(written(page)).to.equal('');
    expect(await stage.store.all()).to.deep.equal([]);
  });

  it('is one in two tabs: what is written in one stands in the other, and both texts stay where both have written', async () => {
    const one = await stage.follow(waiting);
    const other = await stage.follow(waiting);
    await one.asked('Documenti');
    await other.asked('Documenti');
    one.question('Il tuo messaggio').type('Ecco');
    await until(() => written(other) === 'Ecco', 'the text in the other tab');
    expect(await stage.store.all()).to.have.length(1);
    one.question('Il tuo messaggio').type('Ecco la pianta');
    other.question('Il tuo messaggio').type('Ecco il prospetto');
    const both = (page: SurveyPage): boolean =>
      ['Ecco la pianta', 'Ecco il prospetto'].every((text) => written(page)?.includes(text));
    await until(() => both(one) && written(one) === written(other), 'both texts in both tabs');
    await one.says('Qui c’è anche quello che hai scritto in un’altra scheda');
    expect(await stage.store.all()).to.have.length(1);
    await stage.kept(([entry]) => entry?.answers['messaggio'] === written(one), 'both texts on the device');
  });

  it('deleted or sent in one tab, is gone in the other', async () => {
    const one = await stage.follow(waiting);
    const other = await stage.follow(waiting);
    await one.asked('Documenti');
    await other.asked('Documenti');
    one.question('Il tuo messaggio').type('Ecco');
    await until(() => written(other) === 'Ecco', 'the text in the other tab');
    other.press('Cancella la bozza');
    other.press('Sì, cancella');
    await until(() => written(one) === '', 'a blank form');
    await one.says('Quello che avevi scritto qui è stato cancellato, in un’altra scheda');
    expect(await stage.store.all()).to.deep.equal([]);

    one.question('Il tuo messaggio').type('Di nuovo');
    await until(() => written(other) === 'Di nuovo', 'the text in the other tab');
    one.press('Invia');
    await until(() => written(other) === '', 'a blank form');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    // Nothing keeps these two tabs from trying at once: one key is one message.
    expect(new Set(stage.received('POST').map(({ key }) => key)).size).to.equal(1);
  });

  it('sent in one tab, goes out with its file, though that is taken away in another that has not heard of it', async () => {
    const one = await stage.follow(waiting);
    const other = await stage.follow(waiting);
    await one.asked('Documenti');
    await other.asked('Documenti');
    one.question('Il tuo messaggio').type('Ecco');
    one.question('Documenti').attach(aFile('catasto.pdf'));
    await stage.kept(([entry]) => entry?.attachments.length === 1, 'the draft with its file');
    await until(() => written(other) === 'Ecco', 'the text in the other tab');
    await other.says('catasto.pdf');
    stage.freeze(other);
    stage.service.network.offline();
    one.press('Invia');
    await stage.kept(([entry]) => (entry?.attempts ?? 0) > 0, 'the first attempt to be over');
    other.press('Togli: catasto.pdf');
    await stage.kept((entries) => entries.some(({ state }) => state === 'draft'), 'a draft of its own');
    stage.service.network.restore();
    one.press('Prova a inviare adesso');
    await one.says('Ricevuta un’integrazione');
    await stage.kept((entries) => entries.every(({ state }) => state === 'draft'), 'nothing left to be sent');
  });

  it('missing to a page that was put away, is not written again until more is written, and the page says so', async () => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type('Ecco');
    await page.says('Bozza salvata alle');
    const [draft] = await stage.store.all();
    // As another tab does it, whose word a page in the back/forward cache does not hear.
    await stage.store.delete(draft!.id);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.says('Quello che vedi qui non è più conservato su questo dispositivo');
    expect(page.text).to.not.include('Bozza salvata');
    expect([written(page), await stage.store.all()]).to.deep.equal(['Ecco', []]);

    page.question('Il tuo messaggio').type('Ecco, di nuovo');
    await page.says('Bozza salvata alle');
    await stage.kept(([entry]) => entry?.answers['messaggio'] === 'Ecco, di nuovo', 'what was written then');
    expect(page.text).to.not.include('non è più conservato');
  });
});
