import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

interface Told {
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly pointers: string[];
}

describe('bad input', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const post = async (slug: string, body: string, key: string = randomUUID()): Promise<Told> => {
    const response = await fetch(`${site.url}/api/v1/surveys/${slug}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
      body,
    });
    const problem = (await response.json()) as { code: string; errors?: { pointer: string }[] };
    return {
      status: response.status,
      type: response.headers.get('content-type')!.split(';')[0]!,
      code: problem.code,
      pointers: (problem.errors ?? []).map(({ pointer }) => pointer),
    };
  };
  const poll = (answers: string, more = ''): string => `{"formVersion":1,"language":"it","answers":${answers}${more}}`;
  const good = poll('{"priorita":"asse-1"}');

  it('over HTTP is a problem with a pointer, never a failure, and leaves nothing behind', async () => {
    const slug = 'sondaggio-priorita';
    const cases: [what: string, slug: string, body: string, status: number, code: string, pointers: string[]][] = [
      ['unknown slug', 'nessuno', good, 404, 'survey.not-found', []],
      ['no JSON', slug, '{"formVersion":', 400, 'request.malformed', ['']],
      ['wrong type', slug, poll('{"priorita":12}'), 422, 'submission.invalid', ['/answers/priorita']],
      ['no such option', slug, poll('{"priorita":"asse-7"}'), 422, 'submission.invalid', ['/answers/priorita']],
      ['required and absent', slug, poll('{}'), 422, 'submission.invalid', ['/answers/priorita']],
      ['unknown question', slug, poll('{"priorita":"asse-1","x":1}'), 422, 'submission.invalid', ['/answers/x']],
      ['extra key', slug, poll('{"priorita":"asse-1"}', ',"admin":true'), 422, 'request.invalid', ['/admin']],
      ['not yet open', 'valutazione-uffici-di-piano', poll('{}'), 409, 'survey.not-open', []],
      ['closed', 'contributi-psm-2023', poll('{}'), 409, 'survey.closed', []],
    ];
    for (const [what, wanted, body, status, code, pointers] of cases) {
      const told = await post(wanted, body);
      assert.deepEqual(told, { status, type: 'application/problem+json', code, pointers }, what);
    }
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const told = await post(slug, poll(`{"priorita":"asse-1","${name}":{"polluted":true}}`));
      assert.ok(told.status === 422 || told.status === 400, `${name}: ${told.status}`);
    }
    const large = await post(slug, poll(`{"priorita":"${'a'.repeat(3_000_000)}"}`));
    assert.equal(large.status, 413);
    assert.equal((await post(slug, good, '')).status, 400, 'no key');
    assert.equal((await post(slug, good, 'not-a-key')).status, 400, 'no UUID');
    assert.deepEqual(await site.answers(slug), []);
  });

  it('that uses a key again for other content changes nothing', async () => {
    const key = randomUUID();
    const first = await site.send('sondaggio-priorita', { priorita: 'asse-1' }, key);
    const told = await post('sondaggio-priorita', poll('{"priorita":"asse-2"}'), key);
    assert.deepEqual([told.status, told.code], [422, 'idempotency.mismatch']);
    assert.deepEqual(
      await site.send('sondaggio-priorita', { priorita: 'asse-1' }, key),
      first,
      'the same is answered as before',
    );
    const stored = await site.answers('sondaggio-priorita');
    assert.deepEqual(
      stored.map(({ id, answers }) => [id, answers]),
      [[key, { priorita: 'asse-1' }]],
    );
  });

  it('in a definition file is told with line and path, and nothing of it is imported', async () => {
    const file = `${site.folder}/guasto.json`;
    const definition = await site.definition('sondaggio-priorita');
    const { version: _, ...rest } = definition;
    const [page] = rest.form.pages;
    const fields = [...page!.fields, { ...page!.fields[0]!, required: 'sì' }];
    await writeFile(file, JSON.stringify({ ...rest, slug: 'guasto', form: { pages: [{ ...page, fields }] } }, null, 2));
    await assert.rejects(
      site.command('survey', 'import', file),
      /guasto\.json:\d+:\d+: form\.pages\[0\]\.fields\[1\]\.required/,
    );
    await assert.rejects(site.command('survey', 'publish', 'guasto'), /guasto/);
    assert.equal((await fetch(`${site.url}/api/v1/surveys/guasto`)).status, 404);
  });

  it('in the tag is a message where the widget would be, and no exception on the page', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const tags: [tag: string, message: string][] = [
      ['<cmto-survey></cmto-survey>', 'Qui manca il nome del questionario.'],
      ['<cmto-survey slug=""></cmto-survey>', 'Qui manca il nome del questionario.'],
      ['<cmto-survey slug="../../status"></cmto-survey>', 'Questo questionario non c’è.'],
      ['<cmto-survey slug="nessuno"></cmto-survey>', 'Questo questionario non c’è.'],
      ['<cmto-survey slug="Non valido!"></cmto-survey>', 'Questo questionario non c’è.'],
      [
        '<cmto-survey slug="sondaggio-priorita" api="/kit/v1"></cmto-survey>',
        'In questo momento il questionario non si carica.',
      ],
      [
        '<cmto-survey slug="sondaggio-priorita" heading-level="nove" lang="??" instance="&quot;><b>"></cmto-survey>',
        'Una domanda sul prossimo Piano',
      ],
    ];
    for (const [tag, message] of tags) {
      await page.goto(await ownPage(context, site, tag));
      await page.locator('cmto-survey').getByText(message).first().waitFor();
      await context.unrouteAll();
    }
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});
