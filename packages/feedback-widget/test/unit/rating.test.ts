import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, ratingSurvey } from '@cmto/contract';
import { ratingAnswers } from '@cmto/contract/rules/rating';
import { localeFaults } from '@cmto/testing/locales';
import en from '../../src/rating/locales/en.ts';
import fr from '../../src/rating/locales/fr.ts';
import it_ from '../../src/rating/locales/it.ts';
import { questionAfter, subjectOf, toAnswers } from '../../src/rating/model/rating.ts';

describe('the words of ratings', () => {
  it('are complete in English and French', () => {
    assert.deepEqual(localeFaults(it_, en, 'en'), []);
    assert.deepEqual(localeFaults(it_, fr, 'fr'), []);
  });

  it('are, in Italian, those of the form that the service judges by', () => {
    for (const field of ratingSurvey.form.pages[0]!.fields) {
      if (field.type !== 'choice' || field.id === 'subject') continue;
      const words = it_ as Record<string, string>;
      assert.equal(words[`rating.${field.id}`], field.label);
      for (const { value, label } of field.options) assert.equal(words[`rating.${field.id}-${value}`], label);
    }
  });
});

describe('toAnswers', () => {
  it('gives answers that the service’s form takes, whatever is chosen', () => {
    for (const subject of ['page', 'service'] as const)
      for (const stars of [1, 2, 3, 4, 5])
        for (const answer of ratingAnswers[questionAfter(stars)])
          for (const details of ['', '  ', 'x'.repeat(200)]) {
            const answers = toAnswers({ subject, stars, answer, details });
            assert.deepEqual(checkAnswers(ratingSurvey.form, answers), [], JSON.stringify(answers));
          }
  });

  it('leaves out what was not written', () => {
    assert.deepEqual(toAnswers({ subject: 'page', stars: 4, answer: 'clear', details: ' \n' }), {
      subject: 'page',
      stars: 4,
      liked: 'clear',
    });
  });
});

describe('subjectOf', () => {
  it('takes everything for a page that is not called a service', () => {
    for (const kind of [null, '', 'page', 'pagina']) assert.equal(subjectOf(kind), 'page');
    assert.equal(subjectOf(' service '), 'service');
  });
});
