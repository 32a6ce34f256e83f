import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTranslate } from '@cmto/core/i18n/catalog';
import en from '../../src/form-tag/finish/locales/en.ts';
import fr from '../../src/form-tag/finish/locales/fr.ts';
import italian from '../../src/form-tag/finish/locales/it.ts';
import { formatDeadline } from '../../src/form-tag/finish/when.ts';

const words = { it: italian, en, fr };
const deadline = (instant: string, language: keyof typeof words = 'it'): string =>
  formatDeadline(instant, language, createTranslate([{ it: words[language], load: {} }], language));

describe('the deadline shown to a citizen', () => {
  it('is the last day when answers are taken, where the survey closes at midnight in Rome', () => {
    assert.equal(deadline('2031-12-31T23:00:00Z'), '31 dicembre 2031 (fine giornata, ora di Roma)');
    assert.equal(deadline('2031-12-31T23:00:00Z', 'en'), '31 December 2031 (end of the day, Rome time)');
    assert.equal(deadline('2031-12-31T23:00:00Z', 'fr'), '31 décembre 2031 (fin de journée, heure de Rome)');
  });

  it('is midnight in summer, too, and on the nights when the clocks change', () => {
    assert.equal(deadline('2031-06-30T22:00:00Z'), '30 giugno 2031 (fine giornata, ora di Roma)');
    assert.equal(deadline('2031-03-29T23:00:00Z'), '29 marzo 2031 (fine giornata, ora di Roma)');
    assert.equal(deadline('2031-03-30T22:00:00Z'), '30 marzo 2031 (fine giornata, ora di Roma)');
    assert.equal(deadline('2031-10-25T22:00:00Z'), '25 ottobre 2031 (fine giornata, ora di Roma)');
  });

  it('names the hour otherwise', () => {
    assert.equal(deadline('2031-12-31T22:59:00Z'), '31 dicembre 2031 alle ore 23:59 (ora di Roma)');
    assert.equal(deadline('2032-01-01T00:00:00Z'), '1 gennaio 2032 alle ore 01:00 (ora di Roma)');
  });
});
