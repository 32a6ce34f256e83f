import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localize, parseMarkdown, quoteAnswers } from '@cmto/contract';
import { cpuTime } from '@cmto/contract/testing/cpu-time';

describe('localize', () => {
  const title = { it: 'Titolo', en: 'Title', 'fr-CA': 'Titre' };
  it('gives the language asked for, region or not', () => {
    assert.deepEqual(localize(title, 'en', ['it', 'en']), { text: 'Title', lang: 'en' });
    assert.deepEqual(localize(title, 'en-GB', ['it', 'en']), { text: 'Title', lang: 'en' });
    assert.deepEqual(localize(title, 'fr-CA', ['it']), { text: 'Titre', lang: 'fr-CA' });
  });
  it('falls back to the first language, and says so', () => {
    assert.deepEqual(localize(title, 'de', ['it', 'de']), { text: 'Titolo', lang: 'it' });
    assert.deepEqual(localize({ fr: 'Seul' }, 'de', ['it']), { text: 'Seul', lang: 'fr' });
    assert.deepEqual(localize('Testo', 'en', ['it', 'en']), { text: 'Testo', lang: 'it' });
  });
  it('does not take a prototype for a language', () => {
    assert.equal(localize(title, 'constructor', ['it']).lang, 'it');
    assert.equal(localize(title, '__proto__', ['it']).lang, 'it');
  });
});

describe('quoteAnswers', () => {
  it('puts answers in place as they are', () => {
    assert.equal(
      quoteAnswers('Come {{ruolo}}, {{ ruolo }}: {{altro}}', (id) => (id === 'ruolo' ? '$& <b>' : undefined)),
      'Come $& <b>, $& <b>: …',
    );
  });
});

describe('parseMarkdown', () => {
  const inline = (source: string): unknown => (parseMarkdown(source)[0] as { children: unknown }).children;
  const text = (words: string) => ({ type: 'text', text: words });
  it('reads paragraphs and lists', () => {
    assert.deepEqual(parseMarkdown('Uno\ndue\n\n- a\n- b\n  c\n\n1. x\n2) y'), [
      { type: 'paragraph', children: [text('Uno due')] },
      { type: 'list', ordered: false, items: [[text('a')], [text('b c')]] },
      { type: 'list', ordered: true, items: [[text('x')], [text('y')]] },
    ]);
    assert.deepEqual(
      parseMarkdown('Scegli:\r\n- a\r\n- b').map(({ type }) => type),
      ['paragraph', 'list'],
    );
    assert.deepEqual(parseMarkdown(' \n\n '), []);
  });
  it('reads strong, emphasis and links', () => {
    assert.deepEqual(inline('Il **piano *strategico*** e [la *pagina*](https://a.it/x_y)'), [
      text('Il '),
      { type: 'strong', children: [text('piano '), { type: 'em', children: [text('strategico')] }] },
      text(' e '),
      { type: 'link', href: 'https://a.it/x_y', children: [text('la '), { type: 'em', children: [text('pagina')] }] },
    ]);
    assert.deepEqual(inline('3 * 4 * 5 e \\*così\\*'), [text('3 * 4 * 5 e *così*')]);
  });
  it('takes links to http, https, mailto and tel, nothing else', () => {
    for (const href of ['https://a.it', 'HTTP://a.it', 'mailto:a@b.it', 'tel:+39011']) {
      assert.equal((inline(`[x](${href})`) as [{ type: string }])[0].type, 'link', href);
    }
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert',
      'data:text/html,x',
      '//a.it',
      '/x',
      'vbscript:x',
      '\u0001javascript:x',
      'java\u0000script:x',
      'http:a',
    ]) {
      assert.equal((inline(`[x](${href})`) as [{ type: string }])[0].type, 'text', href);
    }
  });
  it('knows no HTML', () => {
    assert.deepEqual(inline('<img src=x onerror=alert(1)> &lt;'), [text('<img src=x onerror=alert(1)> &lt;')]);
  });
  it('keeps every word', () => {
    const words = (node: unknown): string => {
      const {
        text: own = '',
        children = [],
        items = [],
      } = node as { text?: string; children?: unknown[]; items?: unknown[][] };
      return own + [...children, ...items.flat()].map(words).join('');
    };
    const source = '**a** b * c ** d [e] (f) [g](h) *i* [k](ftp://l) **m';
    assert.equal(parseMarkdown(source).map(words).join(''), 'a b * c ** d [e] (f) [g](h) i [k](ftp://l) **m');
  });
  it('takes little time on any text of the greatest length', () => {
    for (const piece of ['*a ', '**a', '[', '[a](', '](', '\\', '- ', '\n', '* ', '**', '*', '[x](http://a', ' ']) {
      const spent = cpuTime(() => parseMarkdown(piece.repeat(20_000 / piece.length)));
      assert.ok(spent < 500, `${JSON.stringify(piece)} took ${spent} ms`);
    }
  });
});
