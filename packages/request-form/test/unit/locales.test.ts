import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localeFaults } from '@cmto/testing/locales';
import formEn from '../../src/form/locales/en.ts';
import formFr from '../../src/form/locales/fr.ts';
import formIt from '../../src/form/locales/it.ts';
import en from '../../src/locales/en.ts';
import fr from '../../src/locales/fr.ts';
import italian from '../../src/locales/it.ts';
import sendingEn from '../../src/sending/locales/en.ts';
import sendingFr from '../../src/sending/locales/fr.ts';
import sendingIt from '../../src/sending/locales/it.ts';

describe('locales of requests', () => {
  it('say everything in Italian, English and French', () => {
    for (const words of [
      { it: italian, en, fr },
      { it: formIt, en: formEn, fr: formFr },
      { it: sendingIt, en: sendingEn, fr: sendingFr },
    ]) {
      assert.deepEqual(localeFaults(words.it, words.it, 'it'), []);
      assert.deepEqual(localeFaults(words.it, words.en, 'en'), []);
      assert.deepEqual(localeFaults(words.it, words.fr, 'fr'), []);
    }
  });
});
