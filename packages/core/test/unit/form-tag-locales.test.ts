import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localeFaults } from '@cmto/testing/locales';
import finishEn from '../../src/form-tag/finish/locales/en.ts';
import finishFr from '../../src/form-tag/finish/locales/fr.ts';
import finishIt from '../../src/form-tag/finish/locales/it.ts';
import surveyEn from '../../src/form-tag/locales/en.ts';
import surveyFr from '../../src/form-tag/locales/fr.ts';
import surveyIt from '../../src/form-tag/locales/it.ts';

const locales = {
  'the first questions': { it: surveyIt, en: surveyEn, fr: surveyFr },
  'the rest': { it: finishIt, en: finishEn, fr: finishFr },
};

describe('locales of the survey', () => {
  for (const [name, { it: italian, en, fr }] of Object.entries(locales)) {
    it(`say everything about ${name} in Italian, English and French`, () => {
      assert.deepEqual(localeFaults(italian, italian, 'it'), []);
      assert.deepEqual(localeFaults(italian, en, 'en'), []);
      assert.deepEqual(localeFaults(italian, fr, 'fr'), []);
    });
  }

  it('do not say one thing under two names', () => {
    assert.deepEqual(
      Object.keys(surveyIt).filter((key) => Object.hasOwn(finishIt, key)),
      [],
    );
  });

  it('name the button to go on as the contract does', () => {
    assert.deepEqual(
      [surveyIt, surveyEn, surveyFr].map((words) => words['form.next']),
      ['Avanti', 'Next', 'Suivant'],
    );
  });
});
