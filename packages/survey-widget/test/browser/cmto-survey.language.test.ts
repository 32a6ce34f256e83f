import '@cmto/survey-widget/define';
import { addLocale } from '@cmto/core/i18n/add-locale';
import { aField, aSurvey, words } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { insideOf, useStage } from './support/stage.ts';

describe('<cmto-survey> languages', () => {
  const stage = useStage();

  // First: what a page has loaded once comes at once.
  it('does not let a slow language overtake a later choice', async () => {
    stage.publish(aPoll());
    const release = stage.service.holdFiles(/\/locales\/(?:\w+\.)?fr\.ts/);
    const page = await stage.open();
    await page.says('English');
    page.press('français');
    page.press('English');
    await page.asked('Where to start?');
    release();
    await insideOf(page).language.loadAll(['fr']);
    await page.says('You can go on without network, too.');
    expect(page.questions).to.deep.equal(['Where to start?']);
    expect(page.root.querySelector('[part=base]')!.getAttribute('lang')).to.equal('en');
  });

  it('says how much room is left in the language chosen meanwhile', async () => {
    const label = words('La tua idea', 'Your idea', 'Votre idée');
    stage.publish(aPoll({ fields: [{ id: 'idea', type: 'long-text', label, maxLength: 20 }] }));
    const page = await stage.open();
    await page.says('English');
    const left = () => page.root.querySelector('.count')!.textContent;
    page.question('La tua idea').type('treni');
    expect(left()).to.equal('Restano 15 caratteri');
    page.press('English');
    (await page.asked('Your idea')).type('treni e acque');
    expect(left()).to.equal('7 characters left');
    page.press('italiano');
    await page.asked('La tua idea');
    expect(left()).to.equal('Restano 7 caratteri');
    page.question('La tua idea').type('');
    page.press('français');
    await page.asked('Votre idée');
    expect(left()).to.equal('');
  });

  it('speaks the page’s language', async () => {
    document.documentElement.lang = 'en-GB';
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    expect(page.headings).to.deep.equal(['The strategic plan', 'Who answers']);
    await page.says('Time needed: about 4 minutes.');
    await page.says('Step 1 of 3');
    await page.says('You can go on without network, too.');
    expect(page.root.querySelector('[part=base]')!.getAttribute('lang')).to.equal('en');
  });

  it('speaks the language of the nearest element around it that has one', async () => {
    stage.publish(aQuestionnaire());
    const part = document.createElement('div');
    part.lang = 'fr';
    document.body.append(part);
    const page = await stage.open({}, part);
    await page.reach('Le plan stratégique');
  });

  it('speaks the tag’s own language before any other', async () => {
    document.documentElement.lang = 'en';
    stage.publish(aQuestionnaire());
    const page = await stage.open({ lang: 'fr' });
    await page.reach('Le plan stratégique');
  });

  it('goes by the page where the tag’s own language is none', async () => {
    document.documentElement.lang = 'en_GB';
    stage.publish(aQuestionnaire());
    const page = await stage.open({ lang: 'inglese' });
    await page.reach('The strategic plan');
    page.element.setAttribute('lang', 'fr_CA');
    await page.reach('Le plan stratégique');
  });

  it('speaks Italian where nobody says which language', async () => {
    document.documentElement.removeAttribute('lang');
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await page.reach('Il piano strategico');
  });

  it('follows the page to another language, and keeps what was answered', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Chi sei?').choose('Sindaca o sindaco');
    (await page.asked('Nome dell’ente')).type('Ivrea');
    document.documentElement.lang = 'en';
    await page.reach('The strategic plan');
    expect(page.question('Name of the body').control.value).to.equal('Ivrea');
    expect(page.question('Who are you?').element.querySelector<HTMLInputElement>(':checked')!.value).to.equal(
      'sindaco',
    );
    page.press('Next');
    await page.reach('The municipality');
    expect(stage.count('ready')).to.equal(1);
    expect(stage.service.received.filter(({ path }) => path === '/surveys/prova')).to.have.length(1);
  });

  it('follows the tag’s own attribute', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.element.lang = 'fr';
    await page.asked('Par où commencer ?');
    page.element.removeAttribute('lang');
    await page.asked('Da dove cominciare?');
  });

  it('offers its languages itself, by their own names, and keeps to what the person chose', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    const buttons = [...page.root.querySelectorAll('[role=group][aria-label="Lingua del questionario"] button')];
    expect(buttons.map((button) => [button.textContent.trim(), button.getAttribute('lang')])).to.deep.equal([
      ['italiano', 'it'],
      ['English', 'en'],
      ['français', 'fr'],
    ]);
    page.press('français');
    await page.reach('Le plan stratégique');
    await until(() => buttons[2]!.getAttribute('aria-pressed') === 'true');
    expect(page.focused === buttons[2], 'the focus stays').to.equal(true);
    expect(page.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('cittadino');
    document.documentElement.lang = 'en';
    page.press('Suivant');
    await page.reach('Idées');
    expect(page.text).to.contain('Étape 2');
  });

  it('sends the language of the person with the answer', async () => {
    stage.publish(aPoll());
    const page = await stage.open({ lang: 'en' });
    (await page.asked('Where to start?')).choose('Water');
    page.press('Send');
    await page.reach('Thank you: your answer has arrived.');
    expect(stage.posts[0]!.body).to.deep.include({ language: 'en', answers: { tema: 'acque' } });
  });

  it('speaks the language of errors, review and messages, too', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open({ lang: 'fr' });
    await page.asked('Qui êtes-vous ?');
    page.press('Suivant');
    await page.says('Il y a 1 réponse à corriger');
    page.question('Qui êtes-vous ?').choose('Citoyen');
    page.press('Suivant');
    (await page.asked('Votre idée : Citoyen')).type('Plus de trains');
    page.question('Depuis quand ?').type('2026-11-20');
    page.press('Suivant');
    await page.reach('Vérifiez');
    await page.says('20 novembre 2026');
    expect(page.text).to.not.match(/Indietro|Invia|Modifica|Nessuna/);
  });

  it('changes the language of errors that are shown', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    page.press('English');
    await page.says('There is 1 answer to put right');
    await until(() => page.errors[0]?.startsWith('Error:'), 'the error in English');
    expect(page.errors[0]).to.not.contain('Rispondi');
    expect(page.root.querySelector('[role=alert]')!.textContent).to.not.contain('Rispondi');
  });

  it('shows a text that has no translation in the first language, marked as such', async () => {
    stage.publish(
      aSurvey({
        languages: ['it', 'en'],
        title: { it: 'Titolo', en: 'Title' },
        fields: [aField('text', { label: { it: 'Solo in italiano' } })],
      }),
    );
    const page = await stage.open({ lang: 'en' });
    await page.reach('Title');
    const label = (await page.asked('Solo in italiano')).element.querySelector('label')!;
    expect(label.querySelector('[lang]')!.getAttribute('lang')).to.equal('it');
  });

  it('remembers nothing of the language in the draft but the answer’s', async () => {
    stage.publish(aPoll());
    const page = await stage.open();
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.press('English');
    (await page.asked('Where to start?')).choose('Water');
    await keptWhen((entries) => entries[0]?.language === 'en', 'the draft');
    await stage.leave(page);
    const again = await stage.open();
    const question = await again.asked('Da dove cominciare?');
    expect(question.element.querySelector<HTMLInputElement>(':checked')!.value).to.equal('acque');
    expect(await kept()).to.have.length(1);
  });

  it('speaks a language that the page has added, from right to left', async () => {
    addLocale('ar', { 'form.send': 'إرسال', 'form.required-note': 'الحقول المطلوبة' });
    stage.publish(aPoll({ languages: ['it', 'ar'], title: { it: 'Sondaggio', ar: 'استطلاع' } }));
    const page = await stage.open({ lang: 'ar' });
    await page.reach('استطلاع');
    const root = page.root.querySelector<HTMLElement>('[part=base]')!;
    expect([root.lang, root.dir]).to.deep.equal(['ar', 'rtl']);
    expect(page.text).to.contain('إرسال');
    expect(page.text, 'what was not added is Italian').to.contain('Risposte anonime');
    expect(getComputedStyle(root.querySelector('form')!).direction).to.equal('rtl');
    await page.says('italiano');
    page.press('italiano');
    await page.reach('Sondaggio');
    expect(root.dir).to.equal('ltr');
  });
});
