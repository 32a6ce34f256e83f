import assert from 'node:assert/strict';
import { appendFile, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BrowserContext, chromium } from 'playwright-core';
import { launchOptions } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';

const databases = 'Default/IndexedDB/*.leveldb';
/** The head of a record of 100 bytes, and none of them: what is left when a browser is killed between two writes. */
const tornRecord = Uint8Array.of(1, 2, 3, 4, 100, 0, 1);

const only = async (pattern: string, cwd: string): Promise<string> => {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd })) found.push(path);
  assert.equal(found.length, 1, `${pattern}: ${found.join(', ')}`);
  return join(cwd, found[0]!);
};

describe('a browser that was killed while it wrote, and deletes its database two starts later', () => {
  let site: Site;
  let profile: string;

  before(async () => {
    [site, profile] = await Promise.all([Site.open(), mkdtemp(join(tmpdir(), 'cmto-torn-'))]);
  });
  after(async () => {
    await site.close();
    await rm(profile, { recursive: true, force: true });
  });

  /** One time that the person has the browser open; the service takes no answer. */
  const visit = async (what: (context: BrowserContext) => Promise<void>): Promise<void> => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'it-IT' });
    context.setDefaultTimeout(45_000);
    try {
      await what(context);
    } finally {
      await context.close();
    }
  };
  const open = async (context: BrowserContext, path: string): Promise<Citizen> => {
    const citizen = new Citizen(await context.newPage());
    await citizen.open(site.url + path);
    return citizen;
  };

  it('has still the draft, and sends the answer that waited', async () => {
    await visit(async (context) => {
      await context.route('**/responses', (route) => route.abort());
      const poll = await open(context, '/sondaggio.html');
      await poll.choose(/dovrebbe venire per prima/, 'Più sana');
      await poll.press('Invia');
      await poll.heading(/non è ancora partita/).waitFor();
    });
    await appendFile(await only(`${databases}/*.log`, profile), tornRecord);

    await visit(async (context) => {
      await context.route('**/responses', (route) => route.abort());
      const questionnaire = await open(context, '/questionario.html');
      await questionnaire.survey.getByRole('radio', { name: 'Sindaco o sindaca' }).check();
      await questionnaire.saved();
    });

    await visit(async (context) => {
      const questionnaire = await open(context, '/questionario.html');
      const chosen = questionnaire.survey.getByRole('radio', { name: 'Sindaco o sindaca' });
      await chosen.and(questionnaire.page.locator(':checked')).waitFor();
      await questionnaire.page.waitForFunction(() => localStorage.getItem('cmto-queued') === null);
      assert.equal(await questionnaire.page.evaluate(() => localStorage.getItem('cmto-lost')), null);
    });
    const log = await readFile(await only(`${databases}/LOG`, profile), 'utf8');
    assert.match(log, /since it was missing/, 'the browser has deleted its database');
    assert.deepEqual(
      (await site.answers('sondaggio-priorita')).map(({ answers }) => answers),
      [{ priorita: 'asse-6' }],
    );
  });
});
