import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localeFaults } from '@cmto/testing/locales';
import confirmEn from '../../src/confirm/locales/en.ts';
import confirmFr from '../../src/confirm/locales/fr.ts';
import confirmIt from '../../src/confirm/locales/it.ts';
import contributionEn from '../../src/contribution/locales/en.ts';
import contributionFr from '../../src/contribution/locales/fr.ts';
import contributionIt from '../../src/contribution/locales/it.ts';
import formEn from '../../src/form/locales/en.ts';
import formFr from '../../src/form/locales/fr.ts';
import formIt from '../../src/form/locales/it.ts';
import signInEn from '../../src/form/sign-in/locales/en.ts';
import signInFr from '../../src/form/sign-in/locales/fr.ts';
import signInIt from '../../src/form/sign-in/locales/it.ts';
import en from '../../src/locales/en.ts';
import fr from '../../src/locales/fr.ts';
import italian from '../../src/locales/it.ts';
import receiptEn from '../../src/receipt/locales/en.ts';
import receiptFr from '../../src/receipt/locales/fr.ts';
import receiptIt from '../../src/receipt/locales/it.ts';
import sendingEn from '../../src/sending/locales/en.ts';
import sendingFr from '../../src/sending/locales/fr.ts';
import sendingIt from '../../src/sending/locales/it.ts';

describe('locales of requests', () => {
  it('say everything in Italian, English and French', () => {
    for (const words of [
      { it: italian, en, fr },
      { it: formIt, en: formEn, fr: formFr },
      { it: signInIt, en: signInEn, fr: signInFr },
      { it: confirmIt, en: confirmEn, fr: confirmFr },
      { it: receiptIt, en: receiptEn, fr: receiptFr },
      { it: contributionIt, en: contributionEn, fr: contributionFr },
      { it: sendingIt, en: sendingEn, fr: sendingFr },
    ]) {
      assert.deepEqual(localeFaults(words.it, words.it, 'it'), []);
      assert.deepEqual(localeFaults(words.it, words.en, 'en'), []);
      assert.deepEqual(localeFaults(words.it, words.fr, 'fr'), []);
    }
  });
});
