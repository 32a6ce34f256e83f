import '@cmto/survey-widget/define';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { keep, kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

describe('<cmto-survey> opened twice on one draft', () => {
  const stage = useStage();

  it('makes what is typed after the other has sent an answer of its own, and says so', async () => {
    stage.publish(aPoll());
    const one = await stage.open();
    one.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    const other = await stage.open();
    await other.says('Abbiamo ritrovato la bozza');

    one.press('Invia');
    await one.reach('Grazie');
    const [first] = await stage.stored();

    other.question('Da dove cominciare?').choose('Mobilità');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    await keptWhen((entries) => entries.some(({ state }) => state === 'draft'), 'the second answer');
    other.press('Invia');
    await other.reach('Grazie');
    const stored = await stage.stored();
    expect(stored).to.have.length(2);
    expect(new Set(stored.map(({ receipt }) => receipt.id)).size).to.equal(2);
    expect(stored.some(({ receipt }) => receipt.id === first!.receipt.id)).to.equal(true);
  });

  it('remembers what was sent, with its receipt, until the person takes it off the device', async () => {
    stage.publish(aPoll());
    const before = await stage.open();
    before.question('Da dove cominciare?').choose('Acque');
    before.press('Invia');
    await before.reach('Grazie');
    const later = await stage.open();
    await later.says('Da questo dispositivo è già partita una risposta');
    expect(later.root.querySelector('a[href*="/r/"]')).not.to.equal(null);
    later.press('Togli da questo dispositivo');
    await keptWhen((entries) => entries.length === 0, 'nothing to be kept');
  });

  /** A tab that does not hear the others, as one that slept or a browser in which tabs cannot talk. */
  const openDeaf = async (): Promise<SurveyPage> => {
    const device = async () => ({ ...(await browserPlatform.device()), join: undefined });
    const page = await stage.open({}, surroundWith(base, { device }).parent);
    await until(() => stage.isPrepared(page), 'the draft to be open');
    return page;
  };
  const openTwo = async (open = () => stage.open()): Promise<readonly [SurveyPage, SurveyPage]> => {
    stage.publish(aQuestionnaire());
    const pages = [await open(), await open()] as const;
    await until(() => pages.every((page) => stage.isPrepared(page)), 'both to be ready');
    return pages;
  };
  const chosen = (page: SurveyPage): string | undefined =>
    page.root.querySelector<HTMLInputElement>('[data-field=ruolo] :checked')?.value;

  it('goes on in a second, still blank, with what was answered in the first', async () => {
    const [one, other] = await openTwo();
    one.question('Chi sei?').choose('Sindaca o sindaco');
    await until(() => chosen(other) === 'sindaco', 'the answer in the other tab');
    (await other.asked('Nome dell’ente')).type('Ivrea');
    await until(() => one.question('Nome dell’ente').control.value === 'Ivrea', 'the name in the first');
    await one.says('Qui c’è anche ciò che hai scritto in un’altra scheda');
    const drafts = await kept();
    expect(drafts.map(({ answers }) => answers)).to.deep.equal([{ ruolo: 'sindaco', ente: 'Ivrea' }]);
  });

  it('shows what the other made of a text in which the cursor still is, and writes nothing over it', async () => {
    const [one, other] = await openTwo();
    one.question('Chi sei?').choose('Sindaca o sindaco');
    (await one.asked('Nome dell’ente')).control.focus();
    await sendKeys({ type: 'Ivrea' });
    await until(() => other.questions.includes('Nome dell’ente'), 'the question in the other tab');
    await until(() => other.question('Nome dell’ente').control.value === 'Ivrea', 'the name in the other tab');
    // As another tab would: it takes the cursor from nobody.
    const { control } = other.question('Nome dell’ente');
    control.value = 'Chieri';
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await until(() => one.question('Nome dell’ente').control.value === 'Chieri', 'the name in the first');
    one.question('Chi sei?').choose('Cittadina o cittadino');
    one.question('Chi sei?').choose('Sindaca o sindaco');
    const names = await keptWhen((entries) => entries[0]?.answers['ente'] !== 'Ivrea', 'the new name');
    expect(names[0]!.answers).to.deep.equal({ ruolo: 'sindaco', ente: 'Chieri' });
    expect(other.question('Nome dell’ente').control.value).to.equal('Chieri');
  });

  it('keeps what was written in both, each unaware of the other', async () => {
    const [one, other] = await openTwo(openDeaf);
    one.question('Chi sei?').choose('Sindaca o sindaco');
    await keptWhen((entries) => entries.length === 1, 'the first answer');
    other.question('Chi sei?').choose('Sindaca o sindaco');
    (await other.asked('Nome dell’ente')).type('Ivrea');
    const [draft] = await keptWhen((entries) => entries[0]?.answers['ente'] === 'Ivrea', 'the second');
    one.press('français');
    (await one.asked('Nom de l’organisme')).type('Chieri');
    await keptWhen((entries) => entries[0]?.conflicts?.length === 1, 'both names');
    const both = (await kept()).map(({ id, answers, conflicts }) => ({ id, answers, conflicts }));
    expect(both).to.deep.equal([
      { id: draft!.id, answers: { ruolo: 'sindaco', ente: 'Chieri' }, conflicts: [{ field: 'ente', answer: 'Ivrea' }] },
    ]);
  });

  it('shows both answers to a question answered twice, and sends only the one that is chosen', async () => {
    stage.publish(aPoll());
    const one = await openDeaf();
    const other = await openDeaf();
    one.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the first answer');
    other.question('Da dove cominciare?').choose('Mobilità');
    await other.says('Hai risposto alla stessa domanda in due schede.');
    const spoken = other.text;
    expect(spoken).to.match(/Nel questionario\s*Mobilità\s*Dall’altra scheda\s*Acque/);
    await until(() => other.status.startsWith('Hai risposto alla stessa domanda'), 'the announcement');

    other.press('Invia');
    await until(() => other.focused?.matches('[data-heading]'), 'the focus above the questions');
    expect(stage.posts).to.have.length(0);
    other.press('Usa quella dell’altra scheda');
    await until(() => !other.text.includes('in due schede'), 'the question to be settled');
    const chosen = await until(() => other.root.querySelector<HTMLInputElement>(':checked'), 'an answer to be shown');
    expect(chosen.value).to.equal('acque');
    other.press('Invia');
    await other.reach('Grazie');
    expect(stage.posted).to.deep.equal({ tema: 'acque' });
    expect(stage.posts).to.have.length(1);
  });

  it('brings in what the other wrote before anything is sent', async () => {
    const [one, other] = await openTwo(openDeaf);
    one.question('Chi sei?').choose('Cittadina o cittadino');
    await keptWhen((entries) => entries.length === 1, 'the first answer');
    await stage.leave(other);
    one.press('Avanti');
    await one.reach('Le idee');
    await keptWhen((entries) => entries[0]?.formPage === 'idee', 'the page');
    const late = await openDeaf();
    (await late.asked('La tua idea')).type('Più treni');
    await keptWhen((entries) => entries[0]?.answers['idea'] === 'Più treni', 'the idea');
    one.press('Avanti');
    await one.reach('Controlla le risposte');
    one.press('Invia');
    await one.says('Qui c’è anche ciò che hai scritto in un’altra scheda');
    await one.says('Più treni');
    expect(stage.posts).to.have.length(0);
    one.press('Invia');
    await one.reach('Grazie');
    expect(stage.posted).to.deep.equal({ ruolo: 'cittadino', idea: 'Più treni' });
  });

  it('is empty in both when the draft is deleted in one', async () => {
    const [one, other] = await openTwo();
    one.question('Chi sei?').choose('Cittadina o cittadino');
    await until(() => chosen(other) === 'cittadino', 'the answer in the other tab');
    one.press('Cancella la bozza');
    one.press('Sì, cancella');
    await until(() => chosen(other) === undefined && other.questions.length > 0, 'the other to be empty');
    await keptWhen((entries) => entries.length === 0, 'nothing to be kept');
  });

  it('says that what it showed was deleted in the other, until something is written', async () => {
    const [one, other] = await openTwo();
    one.question('Chi sei?').choose('Cittadina o cittadino');
    await until(() => chosen(other) === 'cittadino', 'the answer in the other tab');
    one.press('Cancella la bozza');
    one.press('Sì, cancella');
    const news = 'Quello che avevi scritto qui è stato cancellato, in un’altra scheda o dall’elenco';
    await until(() => other.status.startsWith(news), 'the announcement');
    await other.says(news);
    expect(other.root.querySelector('.draft')!.textContent, 'where news of other tabs is').to.contain(news);
    await until(() => one.status === 'Bozza cancellata.', 'the tab where it was deleted to say so');
    expect(one.text).to.not.contain(news);
    await until(() => stage.isPrepared(other), 'the next draft to be open');
    other.question('Chi sei?').choose('Sindaca o sindaco');
    await other.says(/Bozza salvata alle/);
    expect(other.root.querySelector('.draft')!.textContent).to.not.contain(news);
  });

  /** One sends the draft that the other, which hears nothing of it, then deletes. */
  const deleteSent = async (): Promise<SurveyPage> => {
    stage.publish(aPoll());
    const one = await stage.open();
    one.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    const other = await openDeaf();
    await other.says('Abbiamo ritrovato la bozza');
    one.press('Invia');
    await one.says(/Grazie: la risposta è arrivata|La risposta è salvata su questo dispositivo/);
    other.press('Cancella la bozza');
    other.press('Sì, cancella');
    return other;
  };

  it('says that a draft to be deleted had arrived from the other, and where its receipt is', async () => {
    const other = await deleteSent();
    const news =
      'La bozza non è stata cancellata: l’hai già inviata da un’altra scheda, ed è arrivata. La ricevuta è sopra le domande.';
    await until(() => other.status === news, 'the announcement');
    await other.says(news);
    await other.says('Da questo dispositivo è già partita una risposta');
    expect(other.root.querySelector('a[href*="/r/"]')).not.to.equal(null);
    expect(other.root.querySelectorAll(':checked'), 'a new answer').to.have.length(0);
    expect((await kept()).map(({ state }) => state)).to.deep.equal(['delivered']);
  });

  it('says that a draft to be deleted waits to leave from the other, and shows it', async () => {
    stage.service.network.offline({ method: 'POST' });
    const other = await deleteSent();
    await other.reach('La risposta è salvata su questo dispositivo, ma non è ancora partita.');
    await until(
      () => other.status === 'La bozza non è stata cancellata: in un’altra scheda hai già premuto Invia.',
      'the announcement',
    );
    expect((await kept()).map(({ state }) => state)).to.deep.equal(['queued']);
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await other.reach('Grazie');
    expect(await stage.stored()).to.have.length(1);
  });

  /** A page of one text that need not be answered. */
  const openTwoBlank = () =>
    openTwo(() => {
      stage.publish(aPoll({ fields: [{ id: 'idea', type: 'text', label: 'La tua idea' }] }));
      return stage.open();
    });
  const idea = (page: SurveyPage): string => (page.question('La tua idea').control as HTMLInputElement).value;

  it('loses nothing written in one, erased, and written anew while the other was still blank', async () => {
    const [one, other] = await openTwoBlank();
    one.question('La tua idea').type('treni');
    await until(() => idea(other) === 'treni', 'the text in the other tab');
    one.question('La tua idea').type('');
    await until(() => idea(other) === '', 'the text to be gone there');
    one.question('La tua idea').type('acque');
    await until(() => idea(other) === 'acque', 'the new text in the other tab');
    other.question('La tua idea').type('acque pulite');
    await until(() => idea(one) === 'acque pulite', 'the longer text in the first');
    expect((await kept()).map(({ answers }) => answers)).to.deep.equal([{ idea: 'acque pulite' }]);
  });

  it('goes on by itself under the version it shows, where the other goes on under a newer one', async () => {
    const [one] = await openTwoBlank();
    one.question('La tua idea').type('treni');
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    await keep({ ...draft!, formVersion: 2, revision: 9, answers: { idea: 'treni', nuova: 'scritta altrove' } });
    one.question('La tua idea').type('treni e acque');
    const entries = await keptWhen((all) => all.length === 2, 'two drafts');
    const answers = entries.map((entry) => [entry.formVersion, entry.answers]).sort();
    expect(answers).to.deep.equal([
      [1, { idea: 'treni e acque' }],
      [2, { idea: 'treni', nuova: 'scritta altrove' }],
    ]);
    one.press('Invia');
    await one.reach('Grazie');
    expect(stage.posted).to.deep.equal({ idea: 'treni e acque' });
  });

  it('says at once that the other has sent it', async () => {
    stage.publish(aPoll());
    const [one, other] = [await stage.open(), await stage.open()];
    one.question('Da dove cominciare?').choose('Acque');
    await until(() => other.root.querySelector(':checked'), 'the answer in the other tab');
    one.press('Invia');
    await one.reach('Grazie');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    other.press('Invia');
    await other.reach('Grazie');
    expect(stage.posts).to.have.length(1);
  });
});

describe('<cmto-survey> in eight tabs', () => {
  const stage = useStage();

  it('sends what waits once', async () => {
    stage.publish(aPoll());
    const first = await stage.open({}, surroundWith(base).parent);
    await first.says('Puoi continuare anche senza rete.');
    first.question('Da dove cominciare?').choose('Acque');
    stage.service.network.offline();
    first.press('Invia');
    await first.reach('La risposta è salvata su questo dispositivo');
    stage.service.network.restore();
    const release = stage.service.network.hold({ method: 'POST' });
    for (let tab = 2; tab <= 8; tab += 1) stage.place({}, surroundWith(base).parent);
    dispatchEvent(new Event('online'));
    await until(() => stage.service.received.some(({ method }) => method === 'POST'), 'the answer to be on its way');
    dispatchEvent(new Event('online'));
    release();
    await first.reach('Grazie');
    expect((await stage.stored()).length).to.equal(1);
    expect(new Set(stage.posts.map(({ key }) => key)).size).to.equal(1);
  });
});
