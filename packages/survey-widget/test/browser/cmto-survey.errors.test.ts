import '@cmto/survey-widget/define';
import { aField, aPage, aSurvey, words } from '@cmto/testing/builders';
import { spokenText } from '@cmto/testing/accessible-name';
import { until } from '@cmto/testing/until';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';
import { aQuestionnaire } from './support/questionnaire.ts';
import { useStage } from './support/stage.ts';

const summaryOf = (page: SurveyPage): HTMLElement | null => page.root.querySelector('[role=alert]');
const linesOf = (page: SurveyPage): string[] => [...(summaryOf(page)?.querySelectorAll('a') ?? [])].map(spokenText);

describe('<cmto-survey> with something to put right', () => {
  const stage = useStage();

  const openWithTwoFields = (): Promise<SurveyPage> => {
    stage.publish(
      aSurvey({
        fields: [aField('text', { required: true }), aField('email'), aField('long-text', { label: 'Altro' })],
      }),
    );
    return stage.open();
  };

  it('says at the top what is wrong, and brings the person there', async () => {
    const page = await openWithTwoFields();
    page.question('Domanda email').type('non è un indirizzo');
    page.press('Invia');
    await page.says('Ci sono 2 risposte da sistemare');
    await until(() => page.focused === summaryOf(page), 'the focus on the summary');
    expect(linesOf(page)).to.have.length(2);
    expect(linesOf(page)[0]).to.match(/^Domanda text: ./);
    expect(linesOf(page)[1]).to.match(/^Domanda email: ./);
    expect(page.errors).to.have.length(2);
    expect(stage.heard).to.deep.equal(['ready']);
    expect(stage.posts).to.deep.equal([]);
  });

  it('leads from each line to its field, the label in view, and leaves the address of the page alone', async () => {
    const page = await openWithTwoFields();
    page.question('Domanda email').type('non è un indirizzo');
    page.press('Invia');
    await page.says('Ci sono 2 risposte da sistemare');
    const address = location.href;
    page.press('Domanda email');
    expect(page.focused === page.question('Domanda email').control).to.equal(true);
    const label = page.question('Domanda email').element.querySelector('label')!.getBoundingClientRect();
    expect(label.top).to.be.at.least(0);
    expect(label.bottom).to.be.at.most(innerHeight);
    expect(location.href).to.equal(address);
  });

  it('takes an error away when it is put right, and leaves the others', async () => {
    const page = await openWithTwoFields();
    page.question('Domanda email').type('non è un indirizzo');
    page.press('Invia');
    await page.says('Ci sono 2 risposte da sistemare');
    page.question('Domanda email').type('nome@example.org');
    await until(() => page.errors.length === 1, 'one error to go');
    expect(page.question('Domanda email').error).to.equal(undefined);
    expect(page.question('Domanda email').control.getAttribute('aria-invalid')).to.equal('false');
    expect(page.question('Domanda text').error).to.match(/^Errore: ./);
    page.question('Domanda text').type('ora sì');
    page.press('Invia');
    await page.reach('Grazie');
  });

  it('says what is still wrong when a wrong answer becomes wrong in another way', async () => {
    stage.publish(aSurvey({ fields: [aField('text', { required: true, minLength: 5 })] }));
    const page = await stage.open();
    page.press('Invia');
    await until(() => page.errors.length === 1);
    const missing = page.question('Domanda text').error;
    page.question('Domanda text').type('abc');
    await until(() => page.question('Domanda text').error !== missing, 'other words');
    expect(page.question('Domanda text').error).to.match(/^Errore: ./);
  });

  it('does not complain while an answer is being given for the first time', async () => {
    const page = await openWithTwoFields();
    page.question('Domanda email').type('non');
    page.question('Domanda email').type('');
    await page.asked('Domanda email');
    expect(page.errors).to.deep.equal([]);
  });

  it('connects the words of an error with its control', async () => {
    const page = await openWithTwoFields();
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    const { control } = page.question('Domanda text');
    expect(control.getAttribute('aria-invalid')).to.equal('true');
    const described = control
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => page.root.getElementById(id));
    expect(described.map((node) => spokenText(node!)).join(' ')).to.contain(page.question('Domanda text').error!);
  });

  it('keeps the person on the page that has something to put right', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.press('Avanti');
    await page.says('C’è 1 risposta da sistemare');
    expect(page.text).to.contain('Passo 1 di 3');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    expect(summaryOf(page) === null).to.equal(true);
  });

  it('leads to the error of a field inside a row of a group', async () => {
    stage.publish(
      aSurvey({
        fields: [
          aField('group', {
            fields: [
              { id: 'nome', type: 'text', label: words('Nome', 'Name') },
              { id: 'email', type: 'email', label: words('E-mail', 'E-mail') },
            ],
            minRows: 2,
          }),
        ],
      }),
    );
    const page = await stage.open();
    const rows = await page.asked('Domanda group');
    const emails = rows.element.querySelectorAll<HTMLInputElement>('input[type=email]');
    rows.type('Ada', 'Nome');
    emails[1]!.value = 'non è un indirizzo';
    emails[1]!.dispatchEvent(new Event('input', { bubbles: true }));
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    page.press('Domanda group');
    expect(page.focused === emails[1]).to.equal(true);
    expect(emails[1]!.closest('[data-field]')!.querySelectorAll('.error')).to.have.length(1);
  });

  it('goes back to the page of an answer that later answers made wrong', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B', visibleIf: { field: 'tutto', op: 'equals' as const, value: true } },
    ];
    stage.publish(
      aSurvey({
        pages: [
          aPage('prima', [aField('yes-no', { id: 'tutto', label: 'Tutto?', required: true })]),
          aPage('seconda', [aField('choice', { id: 'quale', label: 'Quale?', required: true, options })]),
        ],
      }),
    );
    const page = await stage.open();
    page.question('Tutto?').choose('Sì');
    page.press('Avanti');
    (await page.asked('Quale?')).choose('B');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Modifica: Pagina prima');
    (await page.asked('Tutto?')).choose('No');
    page.press('Avanti');
    await page.asked('Quale?');
    page.press('Avanti');
    await page.says('C’è 1 risposta da sistemare');
    expect(page.text).to.contain('Passo 2 di 3');
    expect(stage.posts).to.deep.equal([]);
  });

  it('reaches an error at the end of a page too long to be rendered at once', async () => {
    const fields = Array.from({ length: 60 }, (_, at) =>
      aField('text', { id: `t${at}`, label: `Domanda ${at + 1}`, required: at === 59 }),
    );
    stage.publish(aSurvey({ fields }));
    const page = await stage.open();
    await page.asked('Domanda 60');
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    page.press('Domanda 60');
    expect(page.focused === page.question('Domanda 60').control).to.equal(true);
  });

  it('forgets errors together with a draft that is deleted', async () => {
    const page = await openWithTwoFields();
    page.question('Domanda email').type('non è un indirizzo');
    await page.says('Bozza salvata');
    page.press('Invia');
    await page.says('Ci sono 2 risposte da sistemare');
    page.press('Cancella la bozza');
    page.press('Sì, cancella');
    await until(() => page.status === 'Bozza cancellata.', 'the announcement');
    expect(summaryOf(page) === null).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  });

  it('uses the editor’s own words for an error where there are some', async () => {
    stage.publish(
      aSurvey({
        fields: [
          aField('text', {
            required: true,
            messages: { 'answer.required': words('Ci serve il nome.', 'We need the name.') },
          }),
        ],
      }),
    );
    const page = await stage.open();
    page.press('Invia');
    await page.says('Domanda text: Ci serve il nome.');
  });
});
