import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Applicant } from './support/applying.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Keyboard } from './support/keyboard.ts';
import { Site } from './support/site.ts';

describe('signing in by keyboard alone', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.openWithOffice(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('goes to the provider, gives up, signs in, and sends the request', async () => {
    const { context, page } = await openPage(browser, site.url);
    const keyboard = await Keyboard.of(page);
    const applicant = new Applicant(page);
    await page.goto(`${site.url}/istanza.html`);
    await applicant.heading('Il procedimento').waitFor();

    await keyboard.reach('the consent', ({ name }) => name.startsWith('Ho letto l’informativa'));
    await keyboard.press('Space');
    await keyboard.button('Avanti');
    await applicant.heading('Identificati con SPID o CIE').waitFor();
    await keyboard.button('Entra con SPID o CIE');
    await page.getByRole('heading', { name: 'Identità dimostrativa' }).waitFor();
    await keyboard.button('Annulla e torna al modulo');
    await applicant.survey.getByText('Hai interrotto l’accesso').waitFor();
    assert.match(await applicant.focused(), /^p Hai interrotto l’accesso/);

    await keyboard.button('Entra con SPID o CIE');
    await page.getByRole('heading', { name: 'Identità dimostrativa' }).waitFor();
    await keyboard.button('Ada Rossi');
    await applicant.signedInAs('Ada Rossi').waitFor();
    assert.match(await applicant.focused(), /^p Hai effettuato l’accesso come Ada Rossi/);

    await keyboard.reach('who applies', ({ name }) => name.startsWith('Una persona'));
    await keyboard.press('Space');
    for (const [box, text] of [
      ['Nome', 'Ada'],
      ['Cognome', 'Rossi'],
      ['Indirizzo e-mail', 'ada@example.it'],
    ] as const) {
      await keyboard.reach(box, ({ role, name }) => role === 'textbox' && name.startsWith(box));
      await keyboard.type(text);
    }
    await keyboard.button('Avanti');
    await keyboard.reach('the document', ({ name }) => name.startsWith('Quale documento'));
    await keyboard.type('Relazione della variante 12');
    await keyboard.reach('how', ({ role, name }) => role === 'radio' && name !== '');
    await keyboard.press('Space');
    await keyboard.reach('why', ({ role, name }) => role === 'textbox' && name.startsWith('Perché ti serve'));
    await keyboard.type('Confina con la mia casa.');
    await keyboard.button('Avanti');
    await applicant.heading('Controlla la richiesta').waitFor();
    await keyboard.button('Invia');
    await applicant.heading('La richiesta è arrivata.').waitFor();
    assert.match(await applicant.focused(), /^h\d La richiesta è arrivata\./);
    assert.match(await site.command('request', 'list'), /\/0000001/);
    assert.deepEqual(keyboard.unseen, [], 'every stop shows that it has the focus');
    assert.deepEqual(keyboard.nameless, [], 'every stop has a name');
    await context.close();
  });
});
