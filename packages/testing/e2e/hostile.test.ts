import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { axeViolationsOf } from '@cmto/testing/axe-in-page';
import type { Browser, Page } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { overflowOf } from './support/layout.ts';
import { Site } from './support/site.ts';

describe('a page that breaks what it can', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const copyOn = (page: Page, name: string): Citizen =>
    new Citizen(page, page.locator(`cmto-survey[instance="${name}"]`));

  it('lets both copies of the poll be answered, each on its own', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const [first, second] = [copyOn(page, 'prima'), copyOn(page, 'seconda')];
    await first.open(`${site.url}/ostile.html`);
    await first.choose(/dovrebbe venire per prima/, 'Più sana');
    await second.choose(/dovrebbe venire per prima/, 'Che impara di più');
    await first.saved();
    await second.saved();
    await page.reload();
    await first.survey.getByText(/Abbiamo ritrovato la bozza/).waitFor();
    assert.ok(
      await first.survey.getByRole('radio', { name: 'Più sana' }).isChecked(),
      'the first copy has its own draft',
    );
    assert.ok(await second.survey.getByRole('radio', { name: 'Che impara di più' }).isChecked(), 'so has the second');

    await first.press('Invia');
    await first.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.ok(await second.survey.getByRole('radio', { name: 'Che impara di più' }).isChecked());
    await second.press('Invia');
    await second.heading('Grazie: la risposta è arrivata.').waitFor();

    const answers = (await site.answers('sondaggio-priorita')).map((stored) => stored.answers['priorita']);
    assert.deepEqual(answers.toSorted(), ['asse-4', 'asse-6']);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('does not come through to how the widgets look', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const long = copyOn(page, 'ostile');
    await long.open(`${site.url}/ostile.html`);
    await page.locator('cmto-survey').nth(2).getByRole('radiogroup').first().waitFor();

    const looks = await page.evaluate(() =>
      [...document.querySelectorAll('cmto-survey')].flatMap((widget) =>
        [...widget.shadowRoot!.querySelectorAll<HTMLElement>('legend, label:not(.other), button')].map((element) => {
          const { display, opacity, textTransform, letterSpacing, whiteSpace, textAlign, fontSize } =
            getComputedStyle(element);
          return {
            display,
            opacity,
            textTransform,
            letterSpacing,
            whiteSpace,
            textAlign,
            size: Number.parseFloat(fontSize),
          };
        }),
      ),
    );
    assert.ok(looks.length > 20);
    for (const look of looks) {
      assert.notEqual(look.display, 'none');
      assert.equal(look.opacity, '1');
      assert.equal(look.textTransform, 'none');
      assert.equal(look.letterSpacing, 'normal');
      assert.match(look.whiteSpace, /^normal$/);
      assert.doesNotMatch(look.textAlign, /right|justify/);
      assert.ok(look.size >= 14, `letters of ${look.size} px`);
    }
    assert.deepEqual(await overflowOf(page), []);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('leaves axe nothing to find in the widgets', async () => {
    const { context, page } = await openPage(browser, site.url);
    for (const name of ['prima', 'seconda', 'ostile']) {
      await copyOn(page, name).open(`${site.url}/ostile.html`);
    }
    // The same poll twice is what this page is for: two regions of the same name are its own doing.
    const faults = (await axeViolationsOf(page, 'cmto-survey')).filter((fault) => !fault.startsWith('landmark-unique'));
    assert.deepEqual(faults, []);
    await context.close();
  });

  it('takes the long questionnaire through its pages, with names in place that definitions use', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = copyOn(page, 'ostile');
    await citizen.open(`${site.url}/ostile.html`);
    const answering = new Answering(citizen, await site.definition('questionario-psm'), {
      wanted: { ruolo: 'tecnico' },
    });
    // Errors first: their words, too, have a name that the page has put on every object.
    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').waitFor();
    await answering.fillAll('Avanti', {
      async filled({ id }) {
        assert.equal(await citizen.survey.getByText('inquinato').count(), 0, `on ${id} no word is the prototypes’`);
      },
    });
    await citizen.heading('Controlla le risposte').waitFor();
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    const stored = await site.answers('questionario-psm');
    assert.deepEqual(
      stored.map(({ answers }) => answers),
      [answering.stored],
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});
