import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { renderServicePage } from '../../src/index.ts';

const service = aService({
  slug: 'istanza',
  title: { it: 'Chiedere i dati', en: 'Asking for data' },
  languages: ['it', 'en'],
  procedure: {
    ...aService().procedure,
    contacts: { email: 'ufficio@example.it', pec: 'ufficio@pec.example.it', phone: '011 0000000' },
  },
});

const page = async (languages = ['it']): Promise<string> => (await renderServicePage({ service, languages })).html;

describe('the page of a service', () => {
  it('has the form, the kit’s script and nothing inline', async () => {
    const html = await page();
    assert.match(html, /<cmto-request-form slug="istanza" heading-level="1">/);
    assert.match(html, /<script type="module" src="\/kit\/v1\/cmto\.js"><\/script>/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /style=|\son[a-z]+=|https?:/);
  });

  it('has one switch of languages: the form’s own, and the page’s where that has none', async () => {
    const [header, main] = (await page()).split('<main');
    assert.doesNotMatch(header!, /<nav/);
    assert.match(main!, /<cmto-request-form[^>]*>\s*(?:<!--[^>]*-->\s*)*<nav aria-label="Lingua della pagina">/);
    const { html } = await renderServicePage({ service: { ...service, languages: ['it'] }, languages: ['it'] });
    assert.equal(html.match(/<nav/g)?.length, 1);
    assert.match(html.split('<main')[0]!, /<nav/);
  });

  it('links at its foot to what is set, in the language of the page, and to nothing else', async () => {
    const footer = { privacy: 'https://www.example.it/privacy', accessibility: 'https://form.example.it/a11y' };
    const { html } = await renderServicePage({ service, languages: ['en'], footer });
    const foot = html.slice(html.indexOf('<footer'));
    assert.match(foot, /<a href="https:\/\/www\.example\.it\/privacy">(?:<!--[^>]*-->)*Privacy/);
    assert.match(foot, /<a href="https:\/\/form\.example\.it\/a11y">(?:<!--[^>]*-->)*Accessibility statement/);
    assert.doesNotMatch((await page()).split('<footer')[1]!, /<a |<ul/);
  });

  it('says without JavaScript how to apply all the same', async () => {
    const html = await page();
    assert.match(html, /<noscript><link [^>]*href="\/hosted\/no-script\.css"[^>]*><\/noscript>/);
    assert.match(html, /<p class="notice no-script">[^<]*ha bisogno di JavaScript/);
    for (const way of [
      'mailto:ufficio@pec.example.it',
      'mailto:ufficio@example.it',
      '011 0000000',
      'Unità Pianificazione',
    ])
      assert.ok(html.includes(way), way);
  });

  it('speaks the language asked for, and marks what is in another', async () => {
    const html = await page(['en']);
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<span lang="en">Asking for data<\/span>/);
    assert.match(await page(['fr']), /<span lang="it">Chiedere i dati<\/span>/);
  });

  it('is served under a policy that lets no other site’s script in, nor any frame around it', async () => {
    const { contentSecurityPolicy } = await renderServicePage({ service, languages: [] });
    assert.match(contentSecurityPolicy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.match(contentSecurityPolicy, /frame-ancestors 'none'; require-trusted-types-for 'script'/);
    assert.doesNotMatch(contentSecurityPolicy, /unsafe/);
  });

  it('says that there is no such service', async () => {
    const { html } = await renderServicePage({ service: undefined, languages: ['it'] });
    assert.match(html, /Servizio non trovato/);
    assert.doesNotMatch(html, /<script|<cmto-/);
  });
});
