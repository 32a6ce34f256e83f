import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';

/** Every place where these whole milliseconds stand, as SQLite and JavaScript write numbers. */
const instantsIn = (bytes: Buffer, from: number, to: number): number[] => {
  const found: number[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 1) {
    const six = bytes.readUIntBE(at, 6);
    if (six >= from && six <= to) found.push(six);
    const double = bytes.readDoubleBE(at);
    if (double >= from && double <= to) found.push(double);
  }
  return found;
};

describe('anonymous answers', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open({ CMTO_TRUST_PROXY: '127.0.0.1' }), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const files = async (): Promise<{ name: string; bytes: Buffer; changed: number }[]> => {
    const folder = join(site.folder, 'data');
    const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    return Promise.all(
      entries.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return {
          name: path.slice(folder.length + 1),
          bytes: await readFile(path),
          changed: (await stat(path)).mtimeMs,
        };
      }),
    );
  };

  it('from several people leave no address, browser, page, language or time of day in any file', async () => {
    const began = Date.now();
    const people = ['203.0.113.5', '203.0.113.6', '2001:db8:7::9'].map((address, index) => ({
      address,
      agent: `Navigatore/${index + 1}.0 (prova)`,
    }));
    for (const { address, agent } of people) {
      const { context, page } = await openPage(browser, site.url, {
        userAgent: agent,
        extraHTTPHeaders: { 'X-Forwarded-For': address },
      });
      const citizen = new Citizen(page);
      await citizen.open(`${site.url}/sondaggio.html?fonte=giornale`);
      await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
      await citizen.press('Invia');
      await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
      // The receipt tells the day alone.
      await citizen.survey.getByText(/Ricevuta il \d+ \p{Letter}+ \d{4}\.\s*$/u).waitFor();
      await context.close();
    }
    const { context, page } = await openPage(browser, site.url, {
      userAgent: people[0]!.agent,
      extraHTTPHeaders: { 'X-Forwarded-For': people[0]!.address },
    });
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html`);
    const answering = new Answering(citizen, await site.definition('questionario-psm'), {
      wanted: { ruolo: 'sindacato' },
    });
    await answering.fillAll('Avanti');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await context.close();
    await site.stop();
    const ended = Date.now();

    const kept = await files();
    assert.ok(
      kept.some(({ name }) => name.includes('attachments')),
      'the file attached is there',
    );
    for (const { name, bytes } of kept) {
      const text = bytes.toString('latin1');
      for (const { address, agent } of people) {
        assert.ok(!text.includes(address), `${name} has an address`);
        assert.ok(!text.includes(agent), `${name} has a browser`);
      }
      assert.ok(!text.includes('Navigatore'), `${name} has part of a browser`);
      assert.ok(!text.includes('sondaggio.html'), `${name} has a page`);
      assert.ok(!text.includes('giornale'), `${name} has a page’s query`);
      const times = [...text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g)].map(([time]) => Date.parse(`${time}Z`));
      // The database's own installation has a time, which is nobody's.
      assert.ok(!times.some((time) => time >= began - 1000 && time <= ended), `${name} has a time of day`);
      assert.deepEqual(instantsIn(bytes, began, ended), [], `${name} has an instant`);
    }
    for (const { name, changed } of kept.filter((file) => file.name.includes('attachments'))) {
      assert.ok(changed < began || changed > ended, `${name} tells when it came`);
    }
  });

  it('are kept over a restart, under the same codes', async () => {
    const [stored] = await site.answers('questionario-psm');
    await site.start();
    assert.deepEqual((await site.answers('questionario-psm'))[0], stored);
    assert.equal((await site.answers('sondaggio-priorita')).length, 3);
  });
});
