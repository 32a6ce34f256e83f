import { axeViolations } from '@cmto/testing/axe';
import { nameOf } from '@cmto/testing/accessible-name';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useFeedbackStage, writing } from './support/feedback-stage.ts';

const element = (name: string, text: string, id = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  if (id) made.id = id;
  return made;
};

/** The document of `aConsultation` as a CMS shows it: ids on one heading, numbers and words on the others. */
const content = (): HTMLElement[] => [
  element('h2', 'Premessa del sindaco', '1'),
  element('p', 'Il piano riguarda 312 Comuni.'),
  element('h2', '2 Mobilità'),
  element('p', 'Più treni, ogni quarto d’ora.'),
  element('h3', '2.1 Le biciclette'),
  element('p', 'Una rete di piste continue.'),
];

/** The buttons that stand in the page's own document, by their names. */
const buttons = (): HTMLElement[] =>
  [...document.querySelectorAll('[data-cmto-place]')].flatMap((place) => [
    ...place.shadowRoot!.querySelectorAll<HTMLElement>('button'),
  ]);

const button = (name: string): HTMLElement | undefined => buttons().find((each) => nameOf(each).startsWith(name));

describe('<cmto-feedback for>', () => {
  const stage = useFeedbackStage();

  it('puts a button after each heading that it knows, and takes all away with the tag', async () => {
    const article = stage.placeDocument(...content());
    const before = article.innerText;
    const page = await stage.open(stage.publish(), { for: '#contenuto' });
    await until(() => buttons().length === 3, 'the buttons');
    expect(buttons().map(nameOf)).to.deep.equal(
      ['1 Premessa', '2 Mobilità', '2.1 Biciclette'].map((title) => `Scrivi su questa parte: ${title}`),
    );
    expect(
      [...article.querySelectorAll('[data-cmto-place]')].map((place) => place.previousElementSibling!.textContent),
    ).to.deep.equal(['Premessa del sindaco', '2 Mobilità', '2.1 Le biciclette']);
    expect(await axeViolations(article)).to.deep.equal([]);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.element.remove();
    expect(buttons()).to.deep.equal([]);
    expect(article.innerText).to.equal(before);
  });

  it('asks about the section whose button is pressed, and gives the focus back to it', async () => {
    stage.placeDocument(...content());
    const page = await stage.open(stage.publish(), { for: '#contenuto' });
    await until(() => button('Scrivi su questa parte: 2.1'), 'the button');
    button('Scrivi su questa parte: 2.1')!.click();
    await writing(page, '2.1 Biciclette');
    await until(() => page.focused?.matches('[data-about]'), 'the focus on what it is about');
    page.press('Chiudi');
    await until(
      () => document.activeElement?.shadowRoot?.activeElement === button('Scrivi su questa parte: 2.1'),
      'the focus back',
    );
  });

  it('quotes a passage that is selected', async () => {
    const article = stage.placeDocument(...content());
    const page = await stage.open(stage.publish(), { for: '#contenuto' });
    await until(() => buttons().length === 3, 'the buttons');
    getSelection()!.selectAllChildren(article.querySelectorAll('p')[1]!);
    await until(() => button('Scrivi su questo passo'), 'the way to quote it');
    button('Scrivi su questo passo')!.click();
    await writing(page, '2 Mobilità');
    await page.says('Più treni, ogni quarto d’ora.');
    page.question('Osservazione').type('Anche di sera.');
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    expect(stage.posted!['target']).to.deep.equal({
      documentVersion: 1,
      section: '2',
      quote: 'Più treni, ogni quarto d’ora.',
    });
  });

  it('offers nothing where a selection goes over two sections', async () => {
    const article = stage.placeDocument(...content());
    await stage.open(stage.publish(), { for: '#contenuto' });
    await until(() => buttons().length === 3, 'the buttons');
    const [first, second] = article.querySelectorAll('p');
    getSelection()!.selectAllChildren(first!);
    await until(() => button('Scrivi su questo passo'), 'the way to quote it');
    getSelection()!.setBaseAndExtent(first!, 0, second!, 1);
    await until(() => !button('Scrivi su questo passo'), 'it to go');
  });

  it('follows headings that change under it, and keeps what is written on one that goes', async () => {
    const article = stage.placeDocument(...content());
    const page = await stage.open(stage.publish(), { for: '#contenuto' });
    await until(() => buttons().length === 3, 'the buttons');
    button('Scrivi su questa parte: 2.1')!.click();
    await writing(page, '2.1 Biciclette');
    page.question('Osservazione').type('Servono piste.');
    article.querySelector('h3')!.remove();
    await page.says('La parte su cui stai scrivendo non è più in questa pagina');
    expect(page.question('Osservazione').control.value).to.equal('Servono piste.');
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    expect(stage.posted!['target']).to.deep.equal({ documentVersion: 1, section: '2.1' });
    page.press('Torna al documento');
    article.append(element('h3', '2.1 Biciclette'));
    await until(() => buttons().length === 3, 'the button of the heading that is back');
  });

  it('says what is wrong with its selector, and offers the sections all the same', async () => {
    for (const selector of ['#manca', 'h2[']) {
      const page = await stage.open(stage.publish(), { for: selector });
      await page.says(`«${selector}» non indica nessun elemento`);
      page.press('Scrivi su questa parte: 2 Mobilità');
      await writing(page, '2 Mobilità');
      stage.leave();
    }
  });

  it('finds a document that comes later', async () => {
    const page = await stage.open(stage.publish(), { for: '#contenuto' });
    await page.says('non indica nessun elemento');
    stage.placeDocument(...content());
    await until(() => buttons().length === 3, 'the buttons');
    await until(() => !page.text.includes('non indica nessun elemento'), 'the message to go');
  });
});
