import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { command, root } from './support/command.ts';
import { freePort } from './support/free-port.ts';
import type { Stored } from './support/site.ts';
import { Trial } from './support/trial.ts';

const poll = 'sondaggio-priorita';
const seeding = ['Preparing the database with the demo content', 'Starting the server'];

describe('npm start', () => {
  let browser: Browser;
  let folder: string;
  let settings: { PORT: string; CMTO_DATA_DIR: string };
  let url: string;
  let trial: Trial | undefined;
  let receipt: string;

  before(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'cmto-start-'));
    const port = await freePort();
    settings = { PORT: String(port), CMTO_DATA_DIR: join(folder, 'data') };
    url = `http://127.0.0.1:${port}`;
  });
  after(async () => {
    trial?.kill();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answers = async (): Promise<unknown[]> => {
    const stored = await command({ ...process.env, ...settings }, ['survey', 'export', poll, '--json']);
    return (JSON.parse(stored) as Stored[]).map((each) => each.answers);
  };
  const readReceipt = async (): Promise<void> => {
    const { context, page, misdeeds } = await openPage(browser, url);
    await page.goto(receipt);
    await page.getByText('Una domanda sul prossimo Piano').first().waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  };

  it('installs, builds, prepares the demo and serves it, and says so in plain words', async () => {
    // As on a fresh machine it knows of nothing that is done; what is installed already takes pnpm no time.
    for (const done of ['installed', 'built']) await rm(join(root, 'node_modules/.cmto', done), { force: true });
    trial = await Trial.start(settings);
    assert.deepEqual(trial.steps, [
      'Installing the packages this project is locked to (some hundred MB; a minute or two the first time)',
      'Building the kit and the demo site',
      ...seeding,
    ]);
    const [, ready] = trial.said.split('Ready. Open  ');
    assert.ok(ready, trial.said);
    assert.deepEqual(
      ready
        .trim()
        .split(/\n\s*/)
        .map((line) => line.replace(/:\d+\/posta$/, ':…/posta')),
      [
        url,
        `the demo site, every page listed    ${url}/`,
        `the API and its description         ${url}/api/v1/status  …/api/v1/openapi.json`,
        `the data                            ${settings.CMTO_DATA_DIR}`,
        `signing in with SPID or CIE         ${url}/istanza.html  (as people who are invented)`,
        'e-mail that the trial sends         http://127.0.0.1:…/posta',
        'Stop with Ctrl+C.',
      ],
    );
    assert.notDeepEqual(await readdir(settings.CMTO_DATA_DIR), [], 'the data is where it says');
  });

  it('serves pages, the kit and the API', async () => {
    const status = await fetch(`${url}/api/v1/status`);
    assert.equal(status.status, 200);
    assert.equal(((await status.json()) as { status: string }).status, 'ok');
    const kit = await fetch(`${url}/kit/v1/cmto.js`);
    assert.equal(kit.status, 200);
    assert.match(kit.headers.get('content-type')!, /javascript/);
    const home = await fetch(`${url}/`);
    assert.equal(home.status, 200);
    assert.match(await home.text(), /questionario\.html/);
  });

  it('stores what is answered on a page', async () => {
    const { context, page, misdeeds } = await openPage(browser, url);
    const citizen = new Citizen(page);
    await citizen.open(`${url}/sondaggio.html`);
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    receipt = (await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).getAttribute('href'))!;
    assert.deepEqual(await answers(), [{ priorita: 'asse-6' }]);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
    await readReceipt();
  });

  it('ends with Ctrl+C and without a failure, and leaves nothing running', async () => {
    const mailbox = /http:\S+\/posta/.exec(trial!.said)![0];
    assert.equal((await fetch(mailbox)).status, 200);
    assert.equal(await trial!.interrupt(), 0);
    for (const address of [url, mailbox]) await assert.rejects(fetch(address), `nobody listens at ${address} any more`);
  });

  it('neither installs nor builds a second time, and still has what was answered', async () => {
    trial = await Trial.start(settings);
    assert.deepEqual(trial.steps, seeding);
    await readReceipt();
    assert.deepEqual(await answers(), [{ priorita: 'asse-6' }]);
    assert.equal(await trial.interrupt(), 0);
  });
});
