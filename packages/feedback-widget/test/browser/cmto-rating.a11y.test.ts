import '@cmto/feedback-widget/define';
import { addLocale } from '@cmto/core/i18n/add-locale';
import { axeViolations } from '@cmto/testing/axe';
import { spoken } from '@cmto/testing/spoken';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const stars = [1, 2, 3, 4, 5].map((n) => `radio “Valuta ${n} stelle su 5”`);

describe('<cmto-rating> accessibility', () => {
  const stage = useStage();

  it('reads a question and five radios, and nothing of what comes later', async () => {
    const page = stage.place();
    expect(await axeViolations(page.element)).to.deep.equal([]);
    expect(await spoken()).to.deep.equal([
      'radiogroup “Quanto sono chiare le informazioni su questa pagina?”',
      'heading “Quanto sono chiare le informazioni su questa pagina?”, level 2',
      ...stars,
      'alert',
      'status',
    ]);
  });

  it('reads the reason as a group of radios with its step, and what is missing at once', async () => {
    const page = stage.place({ 'heading-level': '3' });
    page.rate(5);
    page.press('Avanti');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    const lines = await spoken();
    expect(lines[1]).to.match(/, level 3$/);
    expect(lines.slice(7)).to.deep.equal([
      'radiogroup “Quali sono stati gli aspetti che hai preferito? Passo 1 di 2”, required, invalid',
      'radio “Le indicazioni erano chiare”',
      'radio “Le indicazioni erano complete”',
      'radio “Capivo sempre che stavo procedendo correttamente”',
      'radio “Non ho avuto problemi tecnici”',
      'radio “Altro”',
      'alert',
      'button “Avanti”',
      'status',
    ]);
    expect(page.element.querySelector('[role=alert]')!.textContent).to.equal('Scegli una risposta per andare avanti.');
  });

  it('reads the box for words with its limit, and the thanks', async () => {
    const page = stage.place();
    page.fill(5, 'Altro');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    expect((await spoken()).slice(7)).to.deep.equal([
      'group “Vuoi aggiungere altri dettagli? Passo 2 di 2”',
      'textbox “Dettaglio”, described “Inserire massimo 200 caratteri. Non scrivere dati personali.”',
      'alert',
      'button “Indietro”',
      'button “Invia”',
      'status',
    ]);
    page.press('Invia');
    await until(() => stage.heard.includes('submitted'));
    expect(await axeViolations(page.element)).to.deep.equal([]);
    expect(await spoken()).to.deep.equal([
      'heading “Grazie, il tuo parere ci aiuterà a migliorare il servizio!”, level 2',
      'status',
    ]);
  });

  it('is one stop for each choice, and large enough to hit', () => {
    const page = stage.place();
    page.rate(5);
    const sizes = [...page.element.querySelectorAll('label, button')].filter((each) => each.checkVisibility());
    expect(sizes.length).to.be.greaterThan(10);
    for (const each of sizes) {
      if (each.closest('[inert]')) continue;
      const { width, height } = each.getBoundingClientRect();
      expect(Math.min(width, height), each.textContent).to.be.at.least(24);
    }
    const names = new Set([...page.element.querySelectorAll<HTMLInputElement>('[type=radio]')].map(({ name }) => name));
    expect([...names]).to.deep.equal(['stars', 'liked', 'difficulty']);
  });

  it('fits a place of 256 pixels, in every step', () => {
    const page = stage.place();
    page.element.parentElement!.style.inlineSize = '256px';
    const fits = (): void => {
      expect(page.element.scrollWidth).to.be.at.most(256);
    };
    fits();
    page.rate(1);
    fits();
    page.choose('A volte non capivo se stavo procedendo correttamente');
    page.press('Avanti');
    fits();
  });

  it('runs from the right in a language that does', async () => {
    addLocale('ar', { 'rating.title-page': 'ما مدى وضوح المعلومات في هذه الصفحة؟' });
    const page = stage.place({ lang: 'ar' });
    await page.says('ما مدى وضوح');
    const [first, last] = ['1', '5'].map((n) =>
      page.element.querySelector(`[data-element=feedback-rate-${n}]`)!.getBoundingClientRect(),
    );
    expect(first!.left).to.be.greaterThan(last!.left);
  });
});
