import '@cmto/survey-widget/define';
import type { ProblemError } from '@cmto/contract';
import { spokenText } from '@cmto/testing/accessible-name';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { useStage } from './support/stage.ts';

describe('<cmto-survey> whose answer the service finds wrong', () => {
  const stage = useStage();

  const refuseOnce = (...errors: readonly ProblemError[]): void => {
    const refusal = {
      type: 'urn:cmto:problem:submission.invalid',
      title: 'The answers break the rules of the form',
      status: 422,
      code: 'submission.invalid',
      errors,
    };
    stage.service.network.answer(
      () => Response.json(refusal, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
      { method: 'POST', times: 1 },
    );
  };

  const summaryLines = (page: SurveyPage): string[] =>
    [...page.root.querySelectorAll('[role=alert] a')].map(spokenText);

  const sendQuestionnaire = async (attributes = {}): Promise<SurveyPage> => {
    stage.publish(aQuestionnaire());
    const page = await stage.open(attributes);
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    page.question('Indirizzo e-mail').type('nome@example.org');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    page.press('Correggi e invia di nuovo');
    return page;
  };

  it('shows it beside the question, on its page, with the summary, and goes back to the review', async () => {
    refuseOnce({ pointer: '/answers/email', code: 'answer.email', message: 'This is not an e-mail address' });
    const page = await sendQuestionnaire();
    await page.says('C’è 1 risposta da sistemare');
    await until(() => page.focused === page.root.querySelector('[role=alert]'), 'the focus on the summary');
    expect(summaryLines(page)).to.deep.equal([
      'Indirizzo e-mail: Scrivi un indirizzo e-mail completo, per esempio nome@esempio.it',
    ]);
    expect(page.question('Indirizzo e-mail').error).to.match(/^Errore: Scrivi un indirizzo/);
    expect((page.question('La tua idea').control as HTMLTextAreaElement).value).to.equal('Più treni');

    page.question('Indirizzo e-mail').type('altro@example.org');
    expect(page.errors).to.deep.equal([]);
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored())[0]!.submission.answers['email']).to.equal('altro@example.org');
  });

  it('has words also for what it does not know, or knows without the figures', async () => {
    refuseOnce(
      { pointer: '/answers/email', code: 'answer.blocked-domain', message: 'Not this domain' },
      { pointer: '/answers/idea', code: 'answer.too-long', message: 'At most 5 characters' },
    );
    const page = await sendQuestionnaire();
    await page.says('Ci sono 2 risposte da sistemare');
    expect(page.errors).to.deep.equal([
      'Errore: Il servizio non ha accettato questa risposta: controllala o cambiala',
      'Errore: Il servizio non ha accettato questa risposta: controllala o cambiala',
    ]);
  });

  it('shows it on a shared device, too, where nothing is kept', async () => {
    refuseOnce({ pointer: '/answers/email', code: 'answer.email', message: 'This is not an e-mail address' });
    const page = await sendQuestionnaire({ 'shared-device': '' });
    await page.says('C’è 1 risposta da sistemare');
    expect((page.question('La tua idea').control as HTMLTextAreaElement).value).to.equal('Più treni');
  });

  it('says of a refused answer that nothing keeps that closing the page loses it', async () => {
    stage.publish(aPoll());
    refuseOnce({ pointer: '/formVersion', code: 'request.invalid', message: 'No such version' });
    const page = await stage.open({ 'shared-device': '' });
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    await page.says('ma solo qui: se la chiudi, vanno perse.');
    expect(page.text).not.to.contain('su questo dispositivo');
  });

  it('leaves out what is about no question shown', async () => {
    stage.publish(aPoll());
    refuseOnce(
      { pointer: '/answers/un-altra', code: 'answer.unknown-field', message: 'No such field' },
      { pointer: '/formVersion', code: 'request.invalid', message: 'No such version' },
    );
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    page.press('Correggi e invia di nuovo');
    await page.asked('Da dove cominciare?');
    expect(page.errors).to.deep.equal([]);
    page.press('Invia');
    await page.reach('Grazie');
  });
});
