import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issueCodes, problems } from '@cmto/contract';
import { localeFaults } from '@cmto/testing/locales';
import keptEn from '../../src/kept/locales/en.ts';
import keptFr from '../../src/kept/locales/fr.ts';
import keptIt from '../../src/kept/locales/it.ts';
import consultationsEn from '../../src/locales/consultation-problems.en.ts';
import consultationsFr from '../../src/locales/consultation-problems.fr.ts';
import consultationsIt from '../../src/locales/consultation-problems.it.ts';
import fieldsEn from '../../src/locales/en.ts';
import fieldsFr from '../../src/locales/fr.ts';
import issuesEn from '../../src/locales/issues.en.ts';
import issuesFr from '../../src/locales/issues.fr.ts';
import issuesIt from '../../src/locales/issues.it.ts';
import fieldsIt from '../../src/locales/it.ts';
import lazyIt from '../../src/locales/lazy-kinds.it.ts';
import problemsEn from '../../src/locales/problems.en.ts';
import problemsFr from '../../src/locales/problems.fr.ts';
import problemsIt from '../../src/locales/problems.it.ts';

const locales = {
  fields: { it: { ...fieldsIt, ...lazyIt }, en: fieldsEn, fr: fieldsFr },
  issues: { it: issuesIt, en: issuesEn, fr: issuesFr },
  'what is kept': { it: keptIt, en: keptEn, fr: keptFr },
  problems: { it: problemsIt, en: problemsEn, fr: problemsFr },
  'problems of consultations': { it: consultationsIt, en: consultationsEn, fr: consultationsFr },
};

describe('locales of the core', () => {
  for (const [name, { it: italian, en, fr }] of Object.entries(locales)) {
    it(`say everything about ${name} in Italian, English and French`, () => {
      assert.deepEqual(localeFaults(italian, italian, 'it'), []);
      assert.deepEqual(localeFaults(italian, en, 'en'), []);
      assert.deepEqual(localeFaults(italian, fr, 'fr'), []);
    });

    it(`leave no words about ${name} untranslated`, () => {
      const sentences = Object.entries(italian).filter(
        ([, words]) => typeof words === 'string' && /\w{3,} \w{2,}/.test(words),
      );
      for (const [key, words] of sentences) {
        assert.notEqual((en as Record<string, unknown>)[key], words, `${key} in English`);
        assert.notEqual((fr as Record<string, unknown>)[key], words, `${key} in French`);
      }
    });
  }

  it('have words for every code of the contract that a form can meet', () => {
    const untold = ['identity.not-offered', 'identity.over', 'results.not-published'];
    for (const code of issueCodes) assert.ok(Object.hasOwn(issuesIt, code), code);
    const told = { ...problemsIt, ...consultationsIt };
    for (const code of Object.keys(problems))
      assert.equal(Object.hasOwn(told, `problem.${code}`), !untold.includes(code), code);
  });

  it('do not say one thing under two names', () => {
    const shared = (one: object, other: object): string[] =>
      Object.keys(one).filter((key) => Object.hasOwn(other, key));
    assert.deepEqual(shared(fieldsIt, lazyIt), []);
    assert.deepEqual(shared(problemsIt, consultationsIt), []);
  });
});
