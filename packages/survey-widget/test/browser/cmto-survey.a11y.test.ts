import '@cmto/survey-widget/define';
import { addLocale } from '@cmto/core/i18n/add-locale';
import { axeViolations } from '@cmto/testing/axe';
import { aField, aSurvey } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { spoken } from '@cmto/testing/spoken';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { base, useStage } from './support/stage.ts';

const clean = async (page: SurveyPage, what: string): Promise<void> => {
  expect(await axeViolations(page.element), what).to.deep.equal([]);
};

describe('<cmto-survey> accessibility', () => {
  const stage = useStage();

  const openPrepared = async (attributes: Record<string, string> = {}): Promise<SurveyPage> => {
    const page = await stage.open(attributes);
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    return page;
  };

  describe('axe finds nothing', () => {
    /** The buttons to go on, back and to send, by language. */
    const languages = {
      it: ['Sindaca o sindaco', 'Avanti', 'Invia'],
      en: ['Mayor', 'Next', 'Send'],
      fr: ['Maire', 'Suivant', 'Envoyer'],
      ar: ['Sindaca o sindaco', 'التالي', 'إرسال'],
    } as const;

    for (const [lang, [mayor, next, send]] of Object.entries(languages)) {
      it(`on the way from the first question to the receipt, in ${lang}`, async () => {
        if (lang === 'ar') addLocale('ar', { 'form.next': next, 'form.send': send });
        stage.publish(aQuestionnaire({ languages: ['it', 'en', 'fr', ...(lang === 'ar' ? ['ar'] : [])] }));
        const page = await openPrepared({ lang });
        await clean(page, 'first page');
        page.press(next);
        await until(() => page.root.querySelector('[role=alert]') !== null, 'the summary');
        await clean(page, 'errors');
        const [first] = page.questions;
        page.question(first!).choose(mayor);
        await until(() => page.questions.length === 2);
        page.question(page.questions[1]!).type('Ivrea');
        await until(() => page.root.querySelector('.saved') !== null, 'the draft line');
        page.root.querySelectorAll('details').forEach((details) => (details.open = true));
        await clean(page, 'with privacy notice and deletion open');
        page.press(next);
        await until(() => page.questions.length === 1);
        page.question(page.questions[0]!).type('23000');
        page.press(next);
        await until(() => page.questions.length === 3);
        await clean(page, 'last page');
        page.press(next);
        await until(() => page.root.querySelector('.review') !== null, 'the review');
        await clean(page, 'review');
        const release = stage.service.network.hold({ method: 'POST' });
        page.press(send);
        await until(() => page.element.matches(':state(submitting)'));
        await clean(page, 'sending');
        release();
        await until(() => page.element.matches(':state(submitted)'), 'the receipt');
        await clean(page, 'receipt');
      });
    }

    it('while loading', async () => {
      stage.publish(aPoll());
      const release = stage.service.network.hold();
      const page = stage.place();
      await page.says('Caricamento');
      await clean(page, 'loading');
      release();
      await page.asked('Da dove cominciare?');
    });

    it('when the answer waits, and when it was refused', async () => {
      stage.publish(aPoll());
      const page = await openPrepared();
      page.question('Da dove cominciare?').choose('Acque');
      stage.service.network.offline({ method: 'POST' });
      page.press('Invia');
      await page.reach('La risposta è salvata');
      await clean(page, 'queued');
      stage.service.network.restore();
      stage.publish(aPoll({ closesAt: '2026-01-01T00:00:00Z' }));
      page.press('Prova a inviare adesso');
      await page.reach('La risposta non è stata accettata');
      await clean(page, 'attention');
    });

    for (const [what, words, prepare] of [
      ['closed', 'è chiuso', () => stage.publish(aPoll({ closesAt: '2026-01-01T00:00:00Z' }))],
      ['not open yet', 'non è ancora aperto', () => stage.publish(aPoll({ opensAt: '2098-01-01T00:00:00Z' }))],
      ['not there', 'non c’è', () => undefined],
      ['out of reach', 'non si carica', () => stage.service.network.offline()],
    ] as const) {
      it(`when the survey is ${what}`, async () => {
        prepare();
        const page = stage.place();
        await page.says(words);
        await clean(page, what);
      });
    }

    it('when the name or the address is missing', async () => {
      const nameless = stage.place({ slug: '' });
      await nameless.says('Qui manca il nome');
      await clean(nameless, 'no slug');
      const homeless = stage.place({ api: '' });
      await homeless.says('Qui l’indirizzo del servizio manca');
      await clean(homeless, 'no api');
    });
  });

  it('reads the first page to a screen reader in order', async () => {
    stage.publish(aQuestionnaire());
    await openPrepared();
    expect(await spoken()).to.deep.equal([
      'region “Il piano strategico”',
      'sectionheader',
      'group “Lingua del questionario”',
      'button “Italiano”, pressed',
      'button “English”',
      'button “Français”',
      'heading “Il piano strategico”, level 2',
      'group',
      'DisclosureTriangle “Risposte anonime. Come trattiamo i dati”, collapsed',
      'list “Passi del questionario”',
      'listitem, level 1',
      'listitem, level 1',
      'listitem, level 1',
      'heading “Chi risponde”, level 3',
      'radiogroup “Chi sei?”, required',
      'radio “Sindaca o sindaco”',
      'radio “Cittadina o cittadino”',
      'button “Avanti”',
      'status',
    ]);
  });

  it('reads what is wrong, where, and why', async () => {
    stage.publish(aQuestionnaire());
    const page = await openPrepared();
    page.question('Chi sei?').choose('Sindaca o sindaco');
    await page.asked('Nome dell’ente');
    page.press('Avanti');
    await page.says('C’è 1 risposta da sistemare');
    const lines = await spoken();
    const start = lines.indexOf('heading “Chi risponde”, level 3') + 1;
    // What follows the button hangs on whether the draft is on the device by now.
    expect(lines.slice(start, lines.indexOf('button “Avanti”') + 1)).to.deep.equal([
      'alert “C’è 1 risposta da sistemare”',
      'list',
      'listitem, level 1',
      'link “Nome dell’ente: Rispondi a questa domanda”',
      'radiogroup “Chi sei?”, required',
      'radio “Sindaca o sindaco”, checked',
      'radio “Cittadina o cittadino”',
      'textbox “Nome dell’ente”, required, invalid, described “Errore: Rispondi a questa domanda”',
      'button “Avanti”',
    ]);
  });

  it('has one polite live region, there before anything is said', async () => {
    stage.publish(aPoll());
    const release = stage.service.network.hold();
    const page = stage.place();
    await page.says('Caricamento');
    const region = page.root.querySelector('[role=status]')!;
    expect(region.textContent).to.equal('');
    release();
    await page.asked('Da dove cominciare?');
    const regions = page.root.querySelectorAll('[role=status], [aria-live]');
    expect([regions.length, regions[0] === region]).to.deep.equal([1, true]);
  });

  it('names each page of the review’s buttons, and each step for those who cannot see colours', async () => {
    stage.publish(aQuestionnaire());
    const page = await openPrepared();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    const steps = [...page.root.querySelectorAll('[part=steps] li')];
    expect(
      steps.map((step) => [step.textContent.replace(/\s+/g, ' ').trim(), step.getAttribute('aria-current')]),
    ).to.deep.equal([
      ['Chi risponde (Completato)', 'false'],
      ['Le idee', 'step'],
      ['Riepilogo', 'false'],
    ]);
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    const buttons = [...page.root.querySelectorAll('.review section button')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(buttons).to.deep.equal(['Modifica: Chi risponde', 'Modifica: Le idee']);
  });

  it('keeps the trap away from people, screen readers and the tab order', async () => {
    stage.publish(aPoll());
    const page = await openPrepared();
    const trap = page.root.querySelector<HTMLInputElement>('input[name=website]')!;
    expect(trap.matches('[inert] *')).to.equal(true);
    expect(trap.closest('form')!.lastElementChild!.contains(trap), 'last in the form').to.equal(true);
    expect((await spoken()).join('\n')).to.not.contain('Website');
    trap.focus();
    expect(page.focused === null).to.equal(true);
  });

  it('leaves nothing to be read of a question that is hidden', async () => {
    stage.publish(
      aSurvey({
        fields: [
          aField('yes-no', { id: 'si', label: 'Sì o no?' }),
          aField('text', { label: 'Nascosta', visibleIf: { field: 'si', op: 'equals', value: true } }),
        ],
      }),
    );
    const page = await openPrepared();
    expect((await spoken()).join('\n')).to.not.contain('Nascosta');
    page.question('Sì o no?').choose('Sì');
    await page.asked('Nascosta');
    expect((await spoken()).join('\n')).to.contain('textbox “Nascosta”');
  });

  it('belongs to a named region, also where the page has the title', async () => {
    stage.publish(aPoll());
    await stage.open({ 'hide-title': '', api: base });
    expect((await spoken()).find((line) => line.startsWith('region'))).to.equal(undefined);
  });
});
