import '@cmto/feedback-widget/define';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const liked = 'Quali sono stati gli aspetti che hai preferito?';
const difficulty = 'Dove hai incontrato le maggiori difficoltà?';
const thanks = 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!';

describe('<cmto-rating>', () => {
  const stage = useStage();

  it('asks for stars, then for a reason, then for words, sends once and thanks', async () => {
    const page = stage.place();
    expect(page.text).to.include('Quanto sono chiare le informazioni su questa pagina?');
    expect(page.text).not.to.include(liked).and.not.to.include(difficulty).and.not.to.include('Avanti');
    page.rate(2);
    expect(page.text).to.include(difficulty).and.include('1/2').and.not.to.include(liked);
    page.choose('A volte le indicazioni non erano chiare');
    page.press('Avanti');
    expect(page.text).to.include('Vuoi aggiungere altri dettagli?').and.include('2/2');
    page.write('Non trovo il modulo.');
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(page.text.trim()).to.equal(thanks);
    expect(stage.posts).to.have.length(1);
    expect(stage.posted).to.deep.equal({
      formVersion: 1,
      language: 'it',
      answers: { subject: 'page', stars: 2, difficulty: 'unclear', details: 'Non trovo il modulo.' },
      page: location.origin + location.pathname,
      check: { trap: '' },
    });
  });

  it('asks for nothing but stars where no words are written, and tells the service so', async () => {
    const page = stage.place({ kind: 'service' });
    expect(page.text).to.include('Quanto è stato facile usare questo servizio?');
    page.fill(5, 'Altro', '   ');
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posted!['answers']).to.deep.equal({ subject: 'service', stars: 5, liked: 'other' });
  });

  it('begins again when the stars change: another answer is asked for, the words stay', async () => {
    const page = stage.place();
    page.fill(1, 'Ho avuto problemi tecnici', 'Una riga.');
    page.rate(4);
    expect(page.text).to.include(liked).and.not.to.include('Dettaglio');
    page.press('Avanti');
    await page.says('Scegli una risposta per andare avanti.');
    page.choose('Le indicazioni erano complete');
    page.press('Avanti');
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posted!['answers']).to.deep.equal({
      subject: 'page',
      stars: 4,
      liked: 'complete',
      details: 'Una riga.',
    });
  });

  it('keeps the answer for whoever goes back, and stays as it is when the same star is pressed again', () => {
    const page = stage.place();
    page.fill(3, 'Altro');
    page.press('Indietro');
    expect(page.radio('Altro').checked).to.equal(true);
    page.rate(3);
    expect(page.radio('Altro').checked).to.equal(true);
    expect(page.radio('Valuta 3 stelle su 5').checked).to.equal(true);
  });

  it('leads to the answers when none is chosen, and goes on with one', async () => {
    const page = stage.place();
    page.rate(3);
    page.press('Avanti');
    await page.says('Scegli una risposta per andare avanti.');
    expect(document.activeElement).to.equal(page.radio('A volte le indicazioni non erano chiare'));
    page.choose('Altro');
    expect(page.text).not.to.include('Scegli una risposta');
    page.press('Avanti');
    expect(document.activeElement!.textContent).to.include('Vuoi aggiungere altri dettagli?');
  });

  it('takes the focus nowhere while stars are chosen', () => {
    const page = stage.place();
    const star = page.radio('Valuta 1 stelle su 5');
    star.focus();
    page.rate(1);
    expect(document.activeElement).to.equal(star);
  });

  it('thanks where the person is, and shows nothing of the form any more', async () => {
    const page = stage.place();
    page.fill(5, 'Altro');
    page.press('Invia');
    await page.says(thanks);
    expect(document.activeElement!.textContent).to.equal(thanks);
    await until(() => stage.heard.includes('submitted'));
    expect(page.element.querySelector('form')!.checkVisibility()).to.equal(false);
  });

  it('tells the page what was rated and never how', async () => {
    const page = stage.place({ kind: 'service' });
    page.fill(1, 'Altro', 'segreto');
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.heard).to.deep.equal(['submit-request', 'feedback-submit', 'submitted']);
    expect(stage.details).to.deep.equal([{ kind: 'service' }, undefined, { kind: 'service' }]);
    expect(Object.isFrozen(stage.details[0])).to.equal(true);
  });

  it('sends nothing where the page says no, and may be sent later', async () => {
    const page = stage.place();
    const refuse = (event: Event): void => event.preventDefault();
    addEventListener('cmto-rating-submit-request', refuse);
    page.fill(5, 'Altro');
    page.press('Invia');
    removeEventListener('cmto-rating-submit-request', refuse);
    expect(page.text).to.include('Invia').and.not.to.include(thanks);
    expect(stage.posts).to.deep.equal([]);
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posts).to.have.length(1);
  });

  it('sends once, however often the button is pressed', async () => {
    const page = stage.place();
    page.fill(5, 'Altro');
    const button = page.button('Invia');
    for (let press = 0; press < 20; press += 1) button.click();
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posts).to.have.length(1);
  });

  it('rates each on its own where there are several', async () => {
    const [first, second] = [stage.place(), stage.place({ kind: 'service' })];
    first.rate(1);
    second.rate(5);
    expect(first.text).to.include(difficulty).and.not.to.include(liked);
    expect(second.text).to.include(liked).and.not.to.include(difficulty);
    expect(first.radio('Valuta 1 stelle su 5').checked).to.equal(true);
    first.choose('Altro');
    second.choose('Altro');
    expect(first.radio('Altro').checked).to.equal(true);
    for (const page of [first, second]) page.press('Avanti');
    for (const page of [first, second]) page.press('Invia');
    await until(() => stage.heard.filter((name) => name === 'submitted').length === 2);
    const keys = new Set(stage.posts.map(({ key }) => key));
    expect(keys.size).to.equal(2);
    const stars = stage.posts.map(({ body }) => (body as { answers: { stars: number } }).answers.stars);
    expect(stars.toSorted()).to.deep.equal([1, 5]);
    const ids = [...document.querySelectorAll('cmto-rating [id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('does not send a form that it stands in', () => {
    const form = document.createElement('form');
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    document.body.append(form);
    const page = stage.place();
    form.append(page.element);
    page.rate(5);
    page.choose('Altro');
    page.element.querySelector('form')!.requestSubmit();
    expect(page.text).to.include('2/2');
    expect(sent).to.equal(0);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('is still there, as it was, when the page has moved it', () => {
    const page = stage.place();
    page.rate(5);
    page.choose('Altro');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(page.element);
    expect(page.radio('Altro').checked).to.equal(true);
    expect(page.element.querySelectorAll('form')).to.have.length(1);
  });

  it('takes the place of what stood in the tag, and keeps it until the words have come', async () => {
    const element = document.createElement('cmto-rating');
    element.textContent = 'Scrivici che cosa ne pensi.';
    element.lang = 'en';
    document.body.append(element);
    expect(element.textContent).to.equal('Scrivici che cosa ne pensi.');
    await until(() => element.innerText.includes('How clear is the information on this page?'));
    expect(element.innerText).not.to.include('Scrivici');
  });

  it('speaks the language of the page, also when that changes', async () => {
    document.documentElement.lang = 'fr';
    const page = stage.place();
    await page.says('Les informations de cette page sont-elles claires ?');
    page.choose('Donner 1 étoile sur 5');
    document.documentElement.lang = 'en';
    await page.says('Where did you have the greatest difficulty?');
    expect(page.radio('Rate it 1 star out of 5').checked).to.equal(true);
    page.element.lang = 'it';
    await page.says(difficulty);
    expect(page.element.querySelector<HTMLElement>('[lang]')!.lang).to.equal('it');
  });

  it('adds one sheet to the page, however many there are, and none to anything else', () => {
    const before = document.adoptedStyleSheets.length;
    for (let count = 0; count < 3; count += 1) stage.place();
    expect(document.adoptedStyleSheets.length - before).to.be.at.most(1);
    const rules = [...document.adoptedStyleSheets.at(-1)!.cssRules].filter((rule) => rule instanceof CSSStyleRule);
    // What stands in brackets may have commas of its own.
    const flat = (text: string): string => text.replace(/\([^()]*\)/g, '').replace(/\([^()]*\)/g, '');
    const selectors = rules.flatMap(({ selectorText }) => flat(selectorText).split(', '));
    expect(selectors.length).to.be.greaterThan(20);
    for (const selector of selectors) expect(selector).to.match(/^cmto-rating\b/);
  });

  it('flags, and does not refuse, what a program fills in', async () => {
    const page = stage.place();
    page.fill(5, 'Altro');
    page.element.querySelector<HTMLInputElement>('[name=website]')!.value = 'https://spam.example';
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(stage.posted!['check']).to.deep.equal({ trap: 'https://spam.example' });
    expect(page.element.querySelector('[name=website]')!.closest('[inert]')).not.to.equal(null);
  });

  it('shows any text as text', async () => {
    const page = stage.place();
    const words = '<img src=x onerror=alert(1)>{{stars}} =1+1 ‮ ABC';
    page.fill(5, 'Altro', words);
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect((stage.posted!['answers'] as { details: string }).details).to.equal(words);
  });
});
