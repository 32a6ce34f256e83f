import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { letterHtml } from '../../src/mail/letter-html.ts';
import { wordsOf } from '../../src/mail/letter-language.ts';
import type { LetterOrder } from '../../src/mail/letter-order.ts';
import { letterText } from '../../src/mail/letter-text.ts';
import { writeLetter } from '../../src/mail/write-letter.ts';
import { someFacts } from '../support/request-facts.ts';

type Written = Pick<LetterOrder, 'template' | 'data' | 'language'>;

const templates: readonly Pick<Written, 'template' | 'data'>[] = [
  { template: 'receipt', data: {} },
  { template: 'code', data: { code: '048213' } },
  { template: 'state', data: { event: 'taken' } },
  { template: 'asked', data: { dueAt: Date.parse('2026-12-01T11:00:00Z') } },
  { template: 'message', data: {} },
  { template: 'closed', data: {} },
  { template: 'escalation', data: { level: 'steering', deadline: Date.parse('2026-12-20T23:00:00Z') } },
];

const facts = someFacts();
const text = (order: Written, about = facts): string => letterText(writeLetter(order, about));

describe('the receipt by mail', () => {
  it('tells number, arrival, unit, officer, deadline and what silence means', () => {
    const words = text({ template: 'receipt', data: {}, language: 'it' });
    for (const part of [
      'Servizio: Assistenza tecnica',
      'Numero: CMTO-RI-2026/0000123',
      'Arrivata: venerdì 20 novembre 2026 alle ore 12:00 (ora di Roma)',
      'Ufficio responsabile: Unità Pianificazione',
      'Responsabile del procedimento: Maria Rossi',
      'Contatti dell’ufficio: pianificazione@example.it · PEC protocollo@pec.example.it',
      'Termine per la risposta: domenica 20 dicembre 2026\n',
      'scrivi all’ufficio responsabile',
      'è provvisorio',
      `Apri la pagina della richiesta:\n${facts.url}\n`,
    ]) {
      assert.ok(words.includes(part), `${part}\n\n${words}`);
    }
  });

  it('says whether the request is a formal one', () => {
    const told = (isFormal: boolean): string =>
      text({ template: 'receipt', data: {}, language: 'it' }, someFacts({ isFormal }));
    assert.match(told(false), /non è un’istanza formale/);
    assert.doesNotMatch(told(true), /non è un’istanza/);
    assert.match(told(true), /è un’istanza ai sensi dell’articolo 65/);
  });

  it('leaves out what there is not', () => {
    const bare = someFacts({
      register: undefined,
      procedure: { title: '', days: 1, unit: 'Ufficio', contacts: {}, silence: 'assent' },
    });
    const words = text({ template: 'receipt', data: {}, language: 'it' }, bare);
    assert.doesNotMatch(words, /undefined|Numero:|Responsabile del procedimento|Contatti|Termine per/);
    assert.match(words, /silenzio assenso/);
  });
});

describe('letters', () => {
  it('speak of the clock only where it stands, or stood, still', () => {
    const { procedure } = facts;
    const suspended = someFacts({ procedure: { ...procedure, suspendedAt: '2026-11-25T09:00:00Z' } });
    for (const [language, stands, runs] of [
      ['it', /è sospeso/, /ripreso a decorrere/],
      ['en', /stands still/, /running again/],
      ['fr', /suspendu/, /court de nouveau/],
    ] as const) {
      const question = { template: 'asked', data: {}, language } as const;
      assert.match(text(question, suspended), stands);
      assert.doesNotMatch(text(question), stands);
      const added = { template: 'state', language } as const;
      assert.match(text({ ...added, data: { event: 'added', resumed: true } }), runs);
      assert.doesNotMatch(text({ ...added, data: { event: 'added' } }), runs);
    }
  });

  it('are written in the reader’s language, by prefix, else in Italian', () => {
    const opening = (language: string): string =>
      writeLetter({ template: 'message', data: {}, language }, facts).paragraphs[0]!;
    assert.deepEqual(['it-IT', 'en', 'FR-ch', 'de', '__proto__', ''].map(opening), [
      'Buongiorno,',
      'Good morning,',
      'Bonjour,',
      'Buongiorno,',
      'Buongiorno,',
      'Buongiorno,',
    ]);
    assert.match(text({ template: 'receipt', data: {}, language: 'fr' }), /Service: Assistance technique/);
    assert.match(text({ template: 'receipt', data: {}, language: 'fr' }), /Unità Pianificazione/);
  });

  it('have nothing in the subject but which request it is', () => {
    for (const order of templates) {
      for (const language of ['it', 'en', 'fr']) {
        const { subject } = writeLetter({ ...order, language }, someFacts({ title: 'Ada Lovelace' }));
        assert.doesNotMatch(subject, /Ada|Rossi|M03A9|048213|\{|\n/);
        if (order.template !== 'code') assert.match(subject, /CMTO-RI-2026\/0000123/);
      }
    }
  });

  it('open the receipt only for applicants who need no code any more', () => {
    for (const order of templates) {
      const has = text({ ...order, language: 'it' }).includes(facts.url);
      assert.equal(has, order.template !== 'code' && order.template !== 'escalation', order.template);
    }
    const unconfirmed = someFacts({ register: undefined });
    for (const order of templates)
      assert.ok(!text({ ...order, language: 'it' }, unconfirmed).includes(facts.url), order.template);
  });

  it('say the same as plain text and as HTML', async () => {
    for (const order of templates) {
      const letter = writeLetter({ ...order, language: 'it' }, facts);
      const html = await letterHtml(letter);
      for (const words of [
        ...letter.paragraphs,
        ...letter.facts.map(({ value }) => value),
        letter.footer,
        ...(letter.link ? [`href="${letter.link.value}"`] : []),
      ]) {
        assert.ok(html.includes(words.replaceAll('&', '&amp;')), `${order.template}: ${words}`);
      }
    }
  });

  it('take every text for text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "' onclick='x", '&lt;b&gt;'),
        fc.constantFrom('title', 'unit'),
        async (payload, place) => {
          const about = someFacts(
            place === 'title'
              ? { title: payload }
              : { procedure: { title: '', days: 1, unit: payload, contacts: {}, silence: 'none', officer: payload } },
          );
          const html = await letterHtml(writeLetter({ template: 'receipt', data: {}, language: 'it' }, about));
          assert.doesNotMatch(html, /<(?:img|script)|<[^>]*onclick/);
          assert.doesNotMatch(html, /<script|style=|src=(?!x)/);
        },
      ),
    );
  });

  it('fetch nothing and run nothing', async () => {
    for (const order of templates) {
      const html = await letterHtml(writeLetter({ ...order, language: 'en' }, facts));
      assert.doesNotMatch(html, /<(?:img|script|style|link|iframe)|style=|<!--/);
      assert.match(html, /<html lang="en">/);
    }
  });

  it('have every word in every language', () => {
    const keys = Object.keys(wordsOf('it')).sort();
    for (const language of ['en', 'fr'] as const) {
      assert.deepEqual(Object.keys(wordsOf(language)).sort(), keys);
      for (const [key, words] of Object.entries(wordsOf(language))) {
        assert.ok(words.trim().length > 0, key);
        assert.equal(words.includes('{number}'), wordsOf('it')[key as 'link'].includes('{number}'), key);
      }
    }
  });
});
