import { axeViolations } from '@cmto/testing/axe';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useFeedbackStage, writing } from './support/feedback-stage.ts';

describe('<cmto-feedback>', () => {
  const stage = useFeedbackStage();

  it('shows the document, when it closes, what counts as in time, and a button for each section', async () => {
    const consultation = stage.publish({ closesAt: '2099-01-31T23:00:00Z', graceMinutes: 1440 });
    const page = await stage.open(consultation);
    await page.says('Una rete di piste continue.');
    await page.says('Termine: 31 gennaio 2099 (fine giornata, ora di Roma)');
    expect(page.text).to.include('accettato fino a 24 ore dopo');
    expect(page.headings).to.include.members(['Bozza di piano', '1 Premessa', '2 Mobilità', '2.1 Biciclette']);
    const buttons = [...page.root.querySelectorAll('[data-comment]')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(buttons).to.deep.equal(
      ['1 Premessa', '2 Mobilità', '2.1 Biciclette'].map((title) => `Scrivi su questa parte: ${title}`),
    );
    expect(page.questions).to.deep.equal([]);
    expect(stage.heard).to.deep.equal(['ready']);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('sends an observation on a section with its target, and goes back to the document', async () => {
    const consultation = stage.publish({ register: true });
    const page = await stage.open(consultation);
    page.press('Scrivi su questa parte: 2.1 Biciclette');
    await writing(page, '2.1 Biciclette');
    await until(() => page.focused?.matches('[data-about]'), 'the focus to be there');
    (await page.asked('Osservazione')).type('Servono piste anche nelle valli.');
    page.question('Nome e cognome').type('Ada Rossi');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    await page.says('Numero di registro');
    expect(stage.posts).to.have.length(1);
    expect(stage.posted).to.deep.include({ target: { documentVersion: 1, section: '2.1' } });
    expect(stage.posted!['answers']).to.deep.equal({ testo: 'Servono piste anche nelle valli.', nome: 'Ada Rossi' });
    expect(stage.heard).to.deep.equal(['ready', 'ready', 'submit-request', 'submitted']);
    expect(JSON.stringify(stage.details)).not.to.include('valli');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Torna al documento');
    await until(() => page.focused?.getAttribute('data-comment') === '2.1', 'the focus on the section’s button');
  });
});
