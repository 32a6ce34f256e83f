import type { Consultation } from '@cmto/contract';
import { axeViolations } from '@cmto/testing/axe';
import { spokenText } from '@cmto/testing/accessible-name';
import { until } from '@cmto/testing/until';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';
import { useFeedbackStage, writing } from './support/feedback-stage.ts';

const about = '2.1 Biciclette';

const write = async (page: SurveyPage, text: string, title = about): Promise<void> => {
  page.press(`Scrivi su questa parte: ${title}`);
  await writing(page, title);
  page.question('Osservazione').type(text);
};

describe('an observation in <cmto-feedback>', () => {
  const stage = useFeedbackStage();

  const draftOn = (consultation: Consultation, section: string, text: string) =>
    stage.kept(
      consultation,
      (entries) => entries.some(({ target, answers }) => target?.section === section && answers['testo'] === text),
      `the draft on ${section}`,
    );

  it('quotes a paragraph that is chosen by keyboard, and shows a proposal before and after, word by word', async () => {
    const page = await stage.open(stage.publish());
    await write(page, 'Meglio così.');
    const choice = page.root.querySelector<HTMLSelectElement>('#paragraph')!;
    choice.value = 'p-3';
    choice.dispatchEvent(new Event('change'));
    await page.says('Passo citato Una rete di piste continue.');
    page.question('Che cos’è?').choose('Una proposta di nuovo testo');
    await page.says('Parti dal passo citato');
    page.press('Parti dal passo citato');
    await page.says('Il testo è uguale al passo citato');
    page.question('Nuovo testo').type('Una rete di piste continue e sicure.');
    await page.says('Prima e dopo');
    await until(() => page.root.querySelector('ins'), 'what is added');
    expect(spokenText(page.root.querySelector('ins')!)).to.equal('aggiunto: e sicure fine della modifica');
    expect(page.root.querySelectorAll('del')).to.have.length(0);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    expect(stage.posted!['target']).to.deep.equal({
      documentVersion: 1,
      section: '2.1',
      quote: 'Una rete di piste continue.',
      paragraph: 'p-3',
    });
  });

  it('points out personal data before it is sent, and sends it when the person insists', async () => {
    const page = await stage.open(stage.publish());
    await write(page, 'Scrivetemi a ada@example.it o al 333 1234567.');
    page.press('Invia');
    await page.says('Nel testo ci sono 2 dati personali');
    expect(page.text).to.include('ada@example.it');
    await until(() => page.focused?.matches('.personal'), 'the focus on what was found');
    expect(stage.posts).to.have.length(0);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    expect(stage.posts).to.have.length(1);
  });

  it('has a draft for each section, found again after the page was left', async () => {
    const consultation = stage.publish();
    const page = await stage.open(consultation);
    await write(page, 'Piste anche nelle valli.');
    await draftOn(consultation, '2.1', 'Piste anche nelle valli.');
    page.press('Chiudi');
    await page.says('Riprendi la bozza');
    await write(page, 'Manca la montagna.', '1 Premessa');
    await draftOn(consultation, '1', 'Manca la montagna.');
    stage.leave();
    const again = await stage.open(consultation);
    await until(
      () => again.root.querySelector('[aria-label="Riprendi la bozza: 1 Premessa"]'),
      'the mark of the draft',
    );
    again.press(`Riprendi la bozza: ${about}`);
    await writing(again, about);
    expect(again.question('Osservazione').control.value).to.equal('Piste anche nelle valli.');
    expect(stage.posts).to.have.length(0);
  });

  it('is written, kept and sent without a network until it is back', async () => {
    const consultation = stage.publish();
    const page = await stage.open(consultation);
    stage.service.network.offline();
    await write(page, 'Scritta in galleria.');
    page.press('Invia');
    await page.says('Il contributo è salvato su questo dispositivo, ma non è ancora partito.');
    expect(stage.heard).to.deep.equal(['ready', 'ready', 'submit-request', 'queued']);
    page.press('Torna al documento');
    await page.says('Già scritto: in attesa di invio');
    page.press(`Già scritto, in attesa di invio: ${about}`);
    await page.says('Il contributo è salvato su questo dispositivo');
    stage.service.network.restore();
    page.press('Prova a inviare adesso');
    await page.says('Grazie: il contributo è arrivato.');
    expect(stage.posts.filter(({ body }) => body !== undefined).at(-1)!.body).to.deep.include({
      target: { documentVersion: 1, section: '2.1' },
    });
  });

  it('keeps what was written on a section that a new version has no more, and goes on about the whole', async () => {
    const consultation = stage.publish();
    const page = await stage.open(consultation);
    await write(page, 'Non toglietela.');
    await draftOn(consultation, '2.1', 'Non toglietela.');
    stage.leave();
    const document = { ...consultation.document!, version: 2, sections: consultation.document!.sections.slice(0, 2) };
    stage.service.consultations.publish({ ...consultation, version: 2, document });
    const again = await stage.open({ ...consultation, version: 2 });
    await again.says('c’è una bozza su una parte che nel documento non c’è più');
    expect(again.text).to.include('Non toglietela.');
    again.press('Continua come osservazione su tutto il documento');
    await again.says('La tua osservazione su tutto il documento');
    expect((await again.asked('Osservazione')).control.value).to.equal('Non toglietela.');
    again.press('Invia');
    await again.says('Grazie: il contributo è arrivato.');
    expect(stage.posted!['target']).to.deep.equal({ documentVersion: 2 });
  });
});
