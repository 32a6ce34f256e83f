import '@cmto/survey-widget/define';
import type { Field } from '@cmto/contract';
import { aField, aSurvey } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keptWhen } from './support/device.ts';
import { useStage } from './support/stage.ts';

const button = 'Cancella la scelta';

describe('<cmto-survey> and a choice to take back', () => {
  const stage = useStage();

  const open = (...fields: readonly Field[]): Promise<SurveyPage> => {
    stage.publish(aSurvey({ fields }));
    return stage.open();
  };
  const radios = (page: SurveyPage, question: string): HTMLInputElement[] => [
    ...page.question(question).element.querySelectorAll<HTMLInputElement>('[type=radio]'),
  ];
  const isOffered = (page: SurveyPage, question: string): boolean =>
    [...page.question(question).element.querySelectorAll('button')].some(
      (each) => each.textContent === button && each.checkVisibility(),
    );
  /** Answers once the code that can take answers back is there. */
  const choose = async (page: SurveyPage, question: string, at = 0): Promise<void> => {
    await until(() => stage.isPrepared(page), 'the rest of the code');
    radios(page, question)[at]!.click();
    await until(() => isOffered(page, question), 'the way back');
  };

  for (const type of ['choice', 'yes-no', 'scale', 'matrix'] as const) {
    it(`takes back the answer to a ${type} that needs none, and tells those who cannot see it`, async () => {
      const page = await open(aField(type), aField('text', { label: 'Altro' }));
      const question = `Domanda ${type}`;
      expect(isOffered(page, question)).to.equal(false);
      await choose(page, question);
      page.question(question).press(button);
      expect(radios(page, question).filter(({ checked }) => checked)).to.deep.equal([]);
      expect(page.focused === radios(page, question)[0]).to.equal(true);
      await until(() => page.status === 'Scelta cancellata.', 'the announcement');
      expect(isOffered(page, question)).to.equal(false);
      page.question('Altro').type('resta');
      page.press('Invia');
      await page.reach('Grazie');
      expect(Object.values((await stage.stored())[0]!.submission.answers)).to.deep.equal(['resta']);
    });
  }

  it('is not offered where an answer is needed', async () => {
    const page = await open(aField('choice', { required: true }), aField('yes-no'));
    await choose(page, 'Domanda yes-no');
    radios(page, 'Domanda choice')[0]!.click();
    await keptWhen(([draft]) => Object.keys(draft?.answers ?? {}).length === 2, 'both answers');
    expect(isOffered(page, 'Domanda choice')).to.equal(false);
  });

  it('is offered for an answer found again, in the language spoken, and again after each choice', async () => {
    const page = await open(aField('choice'));
    await choose(page, 'Domanda choice');
    await keptWhen(([draft]) => draft !== undefined, 'the draft');
    await stage.leave(page);
    const again = await stage.open();
    await until(() => isOffered(again, 'Domanda choice'), 'the way back');
    again.question('Domanda choice').press(button);
    await choose(again, 'Domanda choice', 1);
    document.documentElement.lang = 'en';
    await again.says('Clear the choice');
  });

  it('takes back a choice in a row of its own', async () => {
    const page = await open(aField('group', { fields: [aField('choice'), aField('yes-no')] as never, minRows: 1 }));
    await until(() => page.questions.includes('Domanda choice'), 'the row');
    await choose(page, 'Domanda choice');
    await choose(page, 'Domanda yes-no');
    page.question('Domanda choice').press(button);
    expect(radios(page, 'Domanda choice').some(({ checked }) => checked)).to.equal(false);
    expect(radios(page, 'Domanda yes-no')[0]!.checked).to.equal(true);
    await keptWhen(([draft]) => JSON.stringify(draft?.answers ?? {}).includes('[{"yes-no":true}]'), 'one answer left');
  });
});
