import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { aField, aSurvey } from '../src/builders/index.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { CutCable } from './support/cut-cable.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const slug = 'con-allegati';
const size = 5_000_000;

/** A document that cannot be compressed on the way, nor be mistaken for another. */
const aReport = (): Buffer => randomFillSync(Buffer.alloc(size)).fill('%PDF-1.7\n', 0, 9);

/** Files below a folder of the site's attachments, with their sizes. */
const filesIn = async (site: Site, folder: string): Promise<{ path: string; size: number }[]> => {
  const root = join(site.folder, 'data/attachments', folder);
  const names = await readdir(root, { recursive: true }).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ({ path: join(root, name), entry: await stat(join(root, name)) })),
  );
  return found.filter(({ entry }) => entry.isFile()).map(({ path, entry }) => ({ path, size: entry.size }));
};

describe('a file of 5 MB over a cable that is cut in the middle of a part', () => {
  let site: Site;
  let browser: Browser;
  let cable: CutCable;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    cable = await CutCable.to(site.url);
    const survey = aSurvey({ slug, fields: [aField('file', { label: 'Documenti', accept: ['.pdf'] })] });
    const file = join(site.folder, 'survey.json');
    await writeFile(file, JSON.stringify(survey));
    await site.command('survey', 'import', file);
    await site.command('survey', 'publish', slug);
  });
  after(async () => {
    await browser.close();
    await cable.close();
    await site.close();
  });

  it('goes on after a reload from the byte that had arrived, and is the same on the server’s disk', async () => {
    const { context, page } = await openPage(browser, cable.url);
    const address = await ownPage(context, cable, `<cmto-survey slug="${slug}"></cmto-survey>`);
    const citizen = new Citizen(page);
    await page.goto(address);
    await citizen.offlineReady();

    const report = aReport();
    cable.cutAfter(2_500_000);
    await citizen.survey
      .locator('input[type=file]')
      .setInputFiles({ name: 'relazione.pdf', mimeType: 'application/pdf', buffer: report });
    await citizen.survey.getByText('Salvato su questo dispositivo: il caricamento riprende da solo').waitFor();
    const [partial] = await filesIn(site, 'arriving');
    // More than the parts that were acknowledged: of the one that was cut, what had come has stayed.
    assert.ok(partial!.size > 2_097_152 && partial!.size < 2_500_000, `${partial!.size} bytes have arrived`);
    await citizen.saved();

    cable.mend();
    await page.reload();
    await citizen.survey.getByText('relazione.pdf', { exact: true }).waitFor();
    await citizen.survey.getByText('Caricato: parte con la risposta').waitFor();
    assert.ok(cable.uploaded < size + 200_000, `${cable.uploaded} bytes were sent of ${size}`);
    await citizen.press('Invia');
    await citizen.heading('Grazie').waitFor();

    const [answer] = await site.answers(slug);
    const [sha256] = answer!.answers['file'] as string[];
    const stored = join(site.folder, 'data/attachments', answer!.id.slice(0, 2), answer!.id, sha256!);
    assert.ok((await readFile(stored)).equals(report));
    assert.deepEqual(await filesIn(site, 'arriving'), [], 'nothing is left behind');
    assert.deepEqual(await filesIn(site, 'sealed'), []);

    const out = join(site.folder, 'per-ufficio');
    await site.command('attachments', 'export', slug, out);
    assert.deepEqual(await readdir(join(out, answer!.id)), [`${sha256!.slice(0, 8)}-relazione.pdf`]);
    await context.close();
  });
});
