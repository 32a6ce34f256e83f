import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { addLocale } from '../../src/i18n/add-locale.ts';
import {
  type Catalog,
  createTranslate,
  interfaceLanguage,
  loadMessages,
  matchLanguage,
} from '../../src/i18n/catalog.ts';
import { directionOf } from '../../src/i18n/language.ts';
import type { Messages } from '../../src/i18n/translate.ts';
import { pageRegistry } from '../../src/page-registry.ts';

const italian: Messages = {
  saluto: 'Buongiorno',
  solo: 'Solo in italiano',
  nome: 'Ciao {nome}, {altro}',
  risposte: { one: 'Una risposta', other: '{n} risposte' },
};

const aCatalog = (load: Catalog['load'] = {}): Catalog => ({ it: italian, load });
const english: Messages = { saluto: 'Good morning', risposte: { one: '{n} answer', other: '{n} answers' } };
const french: Messages = { saluto: 'Bonjour', risposte: { one: '{n} réponse', other: '{n} réponses' } };

afterEach(() => pageRegistry().locales.clear());

describe('words of the interface', () => {
  it('come from the language asked for, and string by string from Italian', async () => {
    const catalog = aCatalog({ en: async () => english });
    await loadMessages([catalog], 'en');
    const t = createTranslate([catalog], 'en');
    assert.equal(t('saluto'), 'Good morning');
    assert.equal(t('solo'), 'Solo in italiano');
    assert.equal(t('mai.visto'), 'mai.visto');
  });

  it('keep to the forms that a language has for numbers', async () => {
    const catalog = aCatalog({ en: async () => english, fr: async () => french });
    await Promise.all(['en', 'fr'].map((language) => loadMessages([catalog], language)));
    const count = (language: string, n: number): string => createTranslate([catalog], language)('risposte', { n });
    assert.deepEqual(
      [0, 1, 2].map((n) => count('it', n)),
      ['0 risposte', 'Una risposta', '2 risposte'],
    );
    assert.deepEqual(
      [0, 1, 2].map((n) => count('en', n)),
      ['0 answers', '1 answer', '2 answers'],
    );
    assert.deepEqual(
      [0, 1, 2].map((n) => count('fr', n)),
      ['0 réponse', '1 réponse', '2 réponses'],
    );
    assert.equal(count('it', 12_345), '12.345 risposte');
    assert.equal(count('en', 12_345), '12,345 answers');
    assert.equal(count('it', 2000), '2000 risposte');
    assert.equal(count('it', 0.5), '0,5 risposte');
  });

  it('do without the browser’s number formats for small whole numbers, which are slow to start', (test) => {
    const format = test.mock.method(Number.prototype, 'toLocaleString');
    assert.equal(createTranslate([aCatalog()], 'it')('risposte', { n: 2000 }), '2000 risposte');
    assert.equal(format.mock.callCount(), 0);
  });

  it('fall back to the general form where a language has more forms than were written', () => {
    addLocale('ar', { risposte: { other: '{n} إجابات' } });
    assert.equal(createTranslate([aCatalog()], 'ar')('risposte', { n: 2 }), `${(2).toLocaleString('ar')} إجابات`);
  });

  it('take parameters by name, and leave what nobody gave', () => {
    assert.equal(createTranslate([aCatalog()], 'it')('nome', { nome: 'Ada' }), 'Ciao Ada, {altro}');
  });

  it('read nothing but their own keys and parameters', () => {
    const t = createTranslate([aCatalog()], 'it');
    assert.equal(t('toString'), 'toString');
    assert.equal(t('constructor'), 'constructor');
    const prototype = Object.prototype as { altro?: string; 'mai.visto'?: string };
    prototype.altro = 'inquinato';
    prototype['mai.visto'] = 'inquinato';
    try {
      assert.equal(t('nome', { nome: 'Ada' }), 'Ciao Ada, {altro}');
      assert.equal(t('mai.visto'), 'mai.visto');
    } finally {
      delete prototype.altro;
      delete prototype['mai.visto'];
    }
  });

  it('of two languages fetched at the same time are both there afterwards', async () => {
    const catalog = aCatalog({ en: async () => english, fr: async () => french });
    await Promise.all([loadMessages([catalog], 'en'), loadMessages([catalog], 'fr')]);
    assert.equal(createTranslate([catalog], 'en')('saluto'), 'Good morning');
    assert.equal(createTranslate([catalog], 'fr')('saluto'), 'Bonjour');
  });

  it('are fetched once, and again after a failure', async () => {
    let asked = 0;
    const load = async (): Promise<Messages> => {
      asked += 1;
      if (asked === 1) throw new Error('no network');
      return english;
    };
    const catalog = aCatalog({ en: load });
    await assert.rejects(loadMessages([catalog], 'en'));
    assert.equal(createTranslate([catalog], 'en')('saluto'), 'Buongiorno');
    await loadMessages([catalog], 'en');
    await loadMessages([catalog], 'en');
    assert.equal(asked, 2);
    assert.equal(createTranslate([catalog], 'en')('saluto'), 'Good morning');
  });
});

describe('the language of the interface', () => {
  it('is found by prefix, and Italian where there is none', () => {
    assert.deepEqual(['it-IT', 'EN-gb', 'en_US', 'fr-CH-1996', 'de', ''].map(interfaceLanguage), [
      'it',
      'en',
      'en',
      'fr',
      'it',
      'it',
    ]);
    assert.equal(
      matchLanguage('zh-Hant-TW', (tag) => tag === 'zh-hant'),
      'zh-hant',
    );
  });

  it('may be one that the page has added, whose words come first', () => {
    addLocale('sc', { saluto: 'Bona die' });
    addLocale('AR', {});
    addLocale('it', { saluto: 'Salve' });
    assert.equal(interfaceLanguage('sc-IT'), 'sc');
    assert.equal(interfaceLanguage('ar-EG'), 'ar');
    assert.equal(createTranslate([aCatalog()], 'sc')('saluto'), 'Bona die');
    assert.equal(createTranslate([aCatalog()], 'sc')('solo'), 'Solo in italiano');
    assert.equal(createTranslate([aCatalog()], 'it')('saluto'), 'Salve');
  });

  it('is written in its direction', () => {
    assert.deepEqual(['it', 'ar', 'ar-EG', 'he', 'fr', 'FA'].map(directionOf), [
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
    ]);
  });
});
