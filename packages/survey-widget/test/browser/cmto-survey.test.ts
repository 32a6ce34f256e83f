import '@cmto/survey-widget/define';
import type { Receipt } from '@cmto/contract';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { useStage } from './support/stage.ts';

describe('<cmto-survey> from the first question to the receipt', () => {
  const stage = useStage();

  it('shows title, introduction, duration, privacy and the first questions at once', async () => {
    stage.publish(aQuestionnaire({ closesAt: '2099-03-01T11:00:00Z' }));
    const page = await stage.open();
    expect(page.headings).to.deep.equal(['Il piano strategico', 'Chi risponde']);
    expect(page.questions).to.deep.equal(['Chi sei?']);
    expect(page.text).to.contain('Raccogliamo idee per il territorio.');
    expect(page.text).to.contain('Tempo necessario: circa 4 minuti.');
    expect(page.text).to.contain('Risposte anonime. Come trattiamo i dati');
    expect(page.text).to.contain('Passo 1 di 3');
    expect(stage.heard).to.deep.equal(['ready']);
    expect(stage.details).to.deep.equal([{ slug: 'prova', version: 1 }]);
    await page.says('Termine: 1 marzo 2099 alle ore 12:00 (ora di Roma).');
  });

  it('tells how answers are treated to whoever asks', async () => {
    stage.publish(aQuestionnaire({ attribution: 'confidential' }));
    const page = await stage.open();
    expect(page.text).to.contain('Risposte riservate');
    page.press('Risposte riservate. Come trattiamo i dati');
    await page.says('Conserviamo le risposte per 30 giorni.');
    expect(page.root.querySelector('details')!.open).to.equal(true);
  });

  it('asks a mayor what it does not ask a citizen', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Sindaca o sindaco');
    await page.asked('Nome dell’ente');
    await page.says('Passo 1 di 4');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    await until(() => page.questions.length === 1);
    await page.says('Passo 1 di 3');
  });

  it('leads from step to step, says where one is, and brings the focus to each heading', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Sindaca o sindaco');
    (await page.asked('Nome dell’ente')).type('Città metropolitana');
    page.press('Avanti');
    await page.reach('Il comune');
    expect(page.text).to.contain('Passo 2 di 4');
    await until(() => page.focused?.textContent.includes('Il comune'));
    page.question('Quanti abitanti?').type('870000');
    page.press('Avanti');
    await page.reach('Le idee');
    page.press('Indietro');
    await page.reach('Il comune');
    await until(() => page.focused?.textContent.includes('Il comune'));
    expect(page.question('Quanti abitanti?').control.value).to.equal('870000');
    expect(stage.heard).to.deep.equal(['ready', 'step-changed', 'step-changed', 'step-changed']);
    expect(stage.details.slice(1)).to.deep.equal(
      ['comune', 'idee', 'comune'].map((step) => ({ slug: 'prova', version: 1, step })),
    );
  });

  it('quotes an earlier answer in a later question', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.asked('La tua idea come Cittadina o cittadino');
  });

  it('shows all answers before they are sent, each page with a way back to it', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni\nla sera');
    page.question('Da quando?').type('2026-11-20');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    await until(() => page.focused?.textContent.includes('Controlla le risposte'));
    expect(page.text).to.contain('Passo 3 di 3');
    const given = [...page.root.querySelectorAll('dt')].map((term) => [
      term.textContent.trim(),
      term.nextElementSibling!.textContent.trim(),
    ]);
    expect(given).to.deep.equal([
      ['Chi sei?', 'Cittadina o cittadino'],
      ['La tua idea come Cittadina o cittadino', 'Più treni\nla sera'],
      ['Indirizzo e-mail', 'Nessuna risposta'],
      ['Da quando?', '20 novembre 2026'],
    ]);
    page.press('Modifica: Le idee');
    await page.reach('Le idee');
    expect((await page.asked('La tua idea')).control.value).to.equal('Più treni\nla sera');
  });

  it('sends what was answered, once, and gives a receipt', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('  Più treni ');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie: la risposta è arrivata.');
    await until(() => page.focused?.textContent.includes('Grazie'));

    expect(stage.posts).to.have.length(1);
    const [post] = stage.posts;
    expect(post!.path).to.equal('/surveys/prova/responses');
    expect(post!.credentials).to.equal('omit');
    expect(post!.body).to.deep.include({
      formVersion: 1,
      language: 'it',
      answers: { ruolo: 'cittadino', idea: 'Più treni' },
      check: { trap: '' },
      page: location.origin + location.pathname,
    });
    const [stored] = await stage.stored();
    const { receiptCode } = stored!.receipt as Receipt;
    expect(page.root.querySelector('dd code')!.textContent.replace(/\s/g, '')).to.equal(receiptCode);
    expect(page.root.querySelector<HTMLAnchorElement>('a[href*="/r/"]')!.href).to.equal(
      `${stored!.receipt.url}?lang=it`,
    );
    expect(stage.heard).to.deep.equal(['ready', 'step-changed', 'step-changed', 'submit-request', 'submitted']);
    expect(stage.details.at(-1)).to.deep.equal({ slug: 'prova', version: 1 });
  });

  it('does not send the answer to a question that is hidden again', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Sindaca o sindaco');
    (await page.asked('Nome dell’ente')).type('Ivrea');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posted).to.deep.equal({ ruolo: 'cittadino' });
  });

  it('sends a poll of one question from where it is asked', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    expect(page.text).to.not.contain('Passo');
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posted).to.deep.equal({ tema: 'acque' });
    expect(stage.heard).to.deep.equal(['ready', 'submit-request', 'submitted']);
  });

  it('tells the events of the page nothing that was answered', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('Grazie');
    for (const detail of stage.details) {
      expect(Object.isFrozen(detail)).to.equal(true);
      expect(detail).to.deep.equal(JSON.parse(JSON.stringify(detail)));
      expect(Object.keys(detail as object)).to.have.members(['slug', 'version']);
    }
  });

  it('sends nothing when the page objects, and lets the person try again', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    addEventListener('cmto-survey-submit-request', (event) => event.preventDefault(), { once: true });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await until(() => stage.count('submit-request') === 1);
    expect(page.questions).to.deep.equal(['Da dove cominciare?']);
    expect(stage.posts).to.deep.equal([]);
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posts).to.have.length(1);
  });

  it('marks an answer that only a program can have given, and accepts it', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.root.querySelector<HTMLInputElement>('input[name=website]')!.value = 'https://example.org';
    page.press('Avanti');
    await page.reach('Le idee');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    expect((stage.posts[0]!.body as { check: unknown }).check).to.deep.equal({ trap: 'https://example.org' });
    expect((await stage.stored()).at(-1)!.receipt.flags).to.deep.equal(['check']);
  });
});
