import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SurveyStatus } from '@cmto/contract';
import { renderReceiptPage } from '../../src/index.ts';
import { pageLanguages, pickLanguage, wordsOf } from '../../src/language.ts';

const receipt: SurveyStatus = {
  id: '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d',
  receiptCode: 'M03A9JX2SBR20HQEPJRATVXCQM',
  receivedAt: '2026-11-19T23:00:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/M03A9JX2SBR20HQEPJRATVXCQM',
  kind: 'survey',
  slug: 'questionario-psm',
  title: { it: 'Questionario', en: 'Questionnaire' },
  language: 'it',
  state: 'received',
};

const page = async (parts: Partial<SurveyStatus> = {}, languages: string[] = ['it']): Promise<string> =>
  (await renderReceiptPage({ receipt: { ...receipt, ...parts }, languages })).html;

describe('the receipt page', () => {
  it('is a whole page with landmarks, one heading and no script', async () => {
    const html = await page();
    assert.match(html, /^\s*<!doctype html>/i);
    for (const part of [/<main id="main"/, /<header>/, /<nav aria-label="Lingua della pagina">/])
      assert.match(html, part);
    assert.equal(html.match(/<h1>/g)?.length, 1);
    assert.ok(!/<script|javascript:|style=|onclick/.test(html));
  });

  it('tells of an anonymous answer the day, of any other the hour and the zone', async () => {
    assert.match(await page(), /venerdì 20 novembre 2026</);
    const exact = await page({ receivedAt: '2026-11-20T09:30:00Z' });
    assert.match(exact, /venerdì 20 novembre 2026[^<]* 10:30 \(ora di Roma\)/);
    assert.match(await page({ receivedAt: '2026-07-20T09:30:00Z' }, ['en']), /11:30/);
  });

  it('says when an answer came late and was accepted', async () => {
    const late = await page({ flags: ['late'], completedAt: '2026-11-18T23:00:00Z' });
    assert.match(late, /dopo la chiusura/);
    assert.match(late, /giovedì 19 novembre 2026/);
    assert.ok(!/dopo la chiusura/.test(await page({ flags: ['check'] })));
  });

  it('marks words that fall back to another language', async () => {
    assert.match(await page({}, ['fr']), /<span lang="it">Questionario<\/span>/);
    assert.match(await page({}, ['en']), /<span lang="en">Questionnaire<\/span>/);
  });

  it('takes every text for text', async () => {
    const html = await page({ title: { it: '"><img src=x onerror=alert(1)>' } });
    assert.ok(!html.includes('<img'));
    assert.match(html, /&lt;img/);
  });

  it('gives the code whole to whoever copies it', async () => {
    const [, code] = /<code class="code">(.*?)<\/code>/s.exec(await page())!;
    assert.equal(code!.replace(/<[^>]+>/g, ''), receipt.receiptCode);
  });

  it('helps where there is no such receipt', async () => {
    for (const language of pageLanguages) {
      const { html } = await renderReceiptPage({ receipt: undefined, languages: [language] });
      assert.ok(html.includes(wordsOf(language)['missing.heading']));
      assert.match(html, new RegExp(`<html lang="${language}">`));
    }
  });

  it('is served under a policy that allows its style sheet and nothing else', async () => {
    const { contentSecurityPolicy } = await renderReceiptPage({ receipt, languages: [] });
    assert.match(contentSecurityPolicy, /^default-src 'none'; style-src 'self';/);
    assert.ok(!/unsafe|script/.test(contentSecurityPolicy));
  });
});

describe('pickLanguage', () => {
  it('takes the first there is, by prefix, else Italian', () => {
    assert.equal(pickLanguage(['de', 'fr-CH', 'en']), 'fr');
    assert.equal(pickLanguage(['EN-gb']), 'en');
    assert.equal(pickLanguage(['__proto__', 'constructor']), 'it');
    assert.equal(pickLanguage([]), 'it');
  });

  it('finds every word in every language', () => {
    const keys = Object.keys(wordsOf('it')).sort();
    for (const language of pageLanguages) {
      assert.deepEqual(Object.keys(wordsOf(language)).sort(), keys);
      assert.ok(Object.values(wordsOf(language)).every((words) => words.trim().length > 0));
    }
  });
});
