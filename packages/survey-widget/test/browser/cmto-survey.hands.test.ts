import '@cmto/survey-widget/define';
import { addLocale } from '@cmto/core/i18n/add-locale';
import { axeViolations } from '@cmto/testing/axe';
import { aField, aPage, aSurvey, oneFieldOfEachType } from '@cmto/testing/builders';
import { nameOf } from '@cmto/testing/accessible-name';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { useStage } from './support/stage.ts';

describe('<cmto-survey> by keyboard, on small screens, in high contrast', () => {
  const stage = useStage();

  const focusedName = (page: SurveyPage): string => (page.focused ? nameOf(page.focused) : '');

  /** Presses Tab until what has the focus is called so: as a person looks for it. */
  const tabTo = async (page: SurveyPage, name: string): Promise<void> => {
    for (let press = 0; press < 40; press += 1) {
      await sendKeys({ press: 'Tab' });
      if (focusedName(page).startsWith(name)) return;
    }
    throw new Error(`Tab does not reach “${name}”`);
  };

  it('is filled in, put right, reviewed and sent by keyboard alone', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await page.says('anche senza rete');
    await tabTo(page, 'Avanti');
    await sendKeys({ press: 'Enter' });
    await until(() => page.focused?.getAttribute('role') === 'alert', 'the focus on the summary');
    await sendKeys({ press: 'Tab' });
    expect(focusedName(page)).to.match(/^Chi sei\? /);
    await sendKeys({ press: 'Enter' });
    await until(() => page.focused?.matches('input[type=radio]'), 'the focus on the question');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    expect(page.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('cittadino');
    await sendKeys({ press: 'ArrowUp' });
    await page.asked('Nome dell’ente');
    await tabTo(page, 'Nome dell’ente');
    await sendKeys({ type: 'Ivrea' });
    await sendKeys({ press: 'Enter' });
    await page.reach('Il comune');
    await until(() => focusedName(page) === 'Il comune', 'the focus on the new heading');
    await tabTo(page, 'Quanti abitanti?');
    await sendKeys({ type: '23000' });
    await tabTo(page, 'Avanti');
    await sendKeys({ press: 'Space' });
    await page.reach('Le idee');
    await tabTo(page, 'La tua idea');
    await sendKeys({ type: 'Più treni' });
    await tabTo(page, 'Avanti');
    await sendKeys({ press: 'Enter' });
    await page.reach('Controlla le risposte');
    await until(() => focusedName(page) === 'Controlla le risposte', 'the focus on the review');
    await tabTo(page, 'Modifica: Il comune');
    await sendKeys({ press: 'Enter' });
    await page.reach('Il comune');
    await tabTo(page, 'Avanti');
    await sendKeys({ press: 'Enter' });
    await page.reach('Controlla le risposte');
    await tabTo(page, 'Invia');
    await sendKeys({ press: 'Enter' });
    await page.reach('Grazie');
    await until(() => focusedName(page).startsWith('Grazie'), 'the focus on the receipt');
    await tabTo(page, 'Copia il codice');
    expect(stage.posted).to.deep.equal({ ruolo: 'sindaco', ente: 'Ivrea', abitanti: 23_000, idea: 'Più treni' });
  });

  it('goes back, and deletes a draft, by keyboard', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await page.says('anche senza rete');
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    await tabTo(page, 'Indietro');
    await sendKeys({ press: 'Enter' });
    await page.reach('Chi risponde');
    await page.says('Bozza salvata');
    await tabTo(page, 'Cancella la bozza');
    await sendKeys({ press: 'Enter' });
    await tabTo(page, 'Sì, cancella');
    await sendKeys({ press: 'Enter' });
    await until(() => page.status === 'Bozza cancellata.', 'the announcement');
    await until(() => focusedName(page) === 'Chi risponde', 'the focus on the heading');
  });

  it('shows where the focus is, on everything that can have it', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    await page.says('anche senza rete');
    page.question('Chi sei?').choose('Sindaca o sindaco');
    await page.asked('Nome dell’ente');
    await page.says('Bozza salvata');
    page.press('Avanti');
    await page.says('da sistemare');
    const seen = new Set<string>();
    (document.activeElement as HTMLElement | null)?.blur();
    for (let press = 0; press < 20; press += 1) {
      await sendKeys({ press: 'Tab' });
      const { focused } = page;
      if (!focused) break;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const isRinged = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
      expect(isRinged, `${focused.localName} “${nameOf(focused)}”`).to.equal(true);
      seen.add(focused.localName);
    }
    expect([...seen]).to.include.members(['button', 'summary', 'a', 'input']);
  });

  describe('on a screen of 320 pixels', () => {
    before(() => setViewport({ width: 320, height: 640 }));
    after(() => setViewport({ width: 800, height: 600 }));

    const fits = (page: SurveyPage, what: string): void => {
      expect(document.scrollingElement!.scrollWidth, what).to.be.at.most(320);
      const wide = [...page.root.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && !element.closest('.sr, .trap'))
        .filter((element) => element.getBoundingClientRect().right > 320.5)
        .map((element) => `${element.localName}.${element.className}`);
      expect(wide, what).to.deep.equal([]);
    };

    it('needs no sideways scrolling from the first question to the receipt', async () => {
      const long = 'Precipitevolissimevolmente'.repeat(3);
      stage.publish(aQuestionnaire({ title: `Il piano strategico ${long}` }));
      const page = await stage.open();
      await page.says('anche senza rete');
      fits(page, 'first page');
      page.press('Avanti');
      await page.says('da sistemare');
      fits(page, 'errors');
      page.question('Chi sei?').choose('Cittadina o cittadino');
      page.press('Avanti');
      (await page.asked('La tua idea')).type(long);
      fits(page, 'last page');
      page.press('Avanti');
      await page.reach('Controlla le risposte');
      fits(page, 'review');
      page.press('Invia');
      await page.reach('Grazie');
      fits(page, 'receipt');
    });

    it('shows every type of question without sideways scrolling', async () => {
      stage.publish(aSurvey({ pages: [aPage('prima', oneFieldOfEachType())] }));
      const page = await stage.open();
      await page.says('anche senza rete');
      await page.asked('Domanda group');
      await page.asked('Domanda matrix');
      fits(page, 'all fields');
    });

    it('reads from right to left without sideways scrolling', async () => {
      addLocale('ar', { 'form.send': 'إرسال' });
      stage.publish(aPoll({ languages: ['it', 'ar'], title: { it: 'Sondaggio', ar: 'استطلاع' } }));
      const page = await stage.open({ lang: 'ar' });
      await page.reach('استطلاع');
      fits(page, 'right to left');
      const left = [...page.root.querySelectorAll('*')].filter(
        (element) =>
          element.checkVisibility() && !element.closest('.sr, .trap') && element.getBoundingClientRect().left < -0.5,
      );
      expect(left).to.have.length(0);
    });
  });

  describe('in the system’s own colours', () => {
    before(() => executeServerCommand('forced-colors', 'active'));
    after(() => executeServerCommand('forced-colors', 'none'));

    it('keeps borders, marks and words: nothing is told by colour alone', async () => {
      stage.publish(aQuestionnaire());
      const page = await stage.open();
      await page.says('anche senza rete');
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      page.press('Avanti');
      await page.says('da sistemare');
      for (const element of page.root.querySelectorAll('button.button, [role=alert], input[type=text]')) {
        const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
        const isOutlined = (borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1) || outlineStyle !== 'none';
        expect(isOutlined, `${element.localName} ${element.className}`).to.equal(true);
      }
      expect(page.errors[0]).to.match(/^Errore: /);
      expect(await axeViolations(page.element)).to.deep.equal([]);
      page.question('Chi sei?').choose('Cittadina o cittadino');
      page.press('Avanti');
      await page.reach('Le idee');
      const [done, now] = page.root.querySelectorAll('[part=steps] li');
      expect(done!.textContent).to.contain('Completato');
      expect(now!.getAttribute('aria-current')).to.equal('step');
    });
  });

  it('stays usable at twice the size of text', async () => {
    stage.publish(aQuestionnaire());
    const sheet = new CSSStyleSheet();
    await sheet.replace('body { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
    try {
      const page = await stage.open();
      await page.says('anche senza rete');
      const cut = [...page.root.querySelectorAll<HTMLElement>('button, label, legend, h2, h3, p')].filter(
        (element) =>
          element.checkVisibility() &&
          !element.closest('.sr, .trap') &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== 'inline',
      );
      expect(cut.map((element) => element.textContent)).to.deep.equal([]);
      expect(document.scrollingElement!.scrollWidth).to.be.at.most(innerWidth);
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it('keeps the native text field: no key is taken away from it', async () => {
    stage.publish(aSurvey({ fields: [aField('text'), aField('long-text')] }));
    const page = await stage.open();
    page.question('Domanda long-text').control.focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    expect(page.question('Domanda long-text').control.value).to.equal('a\nb');
    expect(stage.count('submit-request')).to.equal(0);
  });
});
