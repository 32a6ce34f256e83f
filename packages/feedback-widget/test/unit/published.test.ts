import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contribution } from '@cmto/contract';
import { mayAgree, phaseAfter } from '../../src/published/model/agreement-phase.ts';
import { noPages, withAgreements, withPage } from '../../src/published/model/contribution-pages.ts';
import { queryOf } from '../../src/published/model/filter.ts';
import { firstWords } from '../../src/published/model/first-words.ts';
import { saidAndDone } from '../../src/published/model/said-and-done.ts';
import { changeProposed } from '../../src/published/model/word-change.ts';
import en from '../../src/published/locales/en.ts';
import fr from '../../src/published/locales/fr.ts';
import it_ from '../../src/published/locales/it.ts';

const aPublished = (parts: Partial<Contribution> = {}): Contribution => ({
  id: '0123456789ABC',
  day: '2026-11-20',
  type: 'proposal',
  author: 'citizen',
  text: 'Sì.',
  agreements: 0,
  usedIn: [],
  ...parts,
});

const pageOf = (ids: readonly string[], next?: string) => ({
  slug: 'idee',
  license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  total: 9,
  sections: [],
  topics: [],
  zones: [],
  contributions: ids.map((id) => aPublished({ id })),
  ...(next === undefined ? {} : { next }),
});

describe('the query of published contributions', () => {
  it('names what is chosen and nothing else, whatever is in it', () => {
    assert.equal(queryOf({}, 20), '?limit=20');
    assert.equal(
      queryOf({ section: '2.1', topic: 'a&b=c #?', zone: 11 }, 5, 'X'),
      '?section=2.1&topic=a%26b%3Dc+%23%3F&zone=11&limit=5&cursor=X',
    );
  });
});

describe('pages of published contributions', () => {
  it('join, and show nothing twice that moved between them', () => {
    const first = withPage(noPages, pageOf(['A', 'B'], 'B'));
    const both = withPage(first, pageOf(['B', 'C']));
    assert.deepEqual(
      [both.contributions.map(({ id }) => id), both.next, both.phase],
      [['A', 'B', 'C'], undefined, 'shown'],
    );
    assert.deepEqual(
      withAgreements(both, 'B', 7).contributions.map(({ agreements }) => agreements),
      [0, 7, 0],
    );
  });
});

describe('“you said, we did”', () => {
  it('adds up a section, or all of them, and what has no answer yet', () => {
    const sections = [
      { section: '1', contributions: 3, agreements: 5, answers: { accepted: 1, 'not-pertinent': 1 } },
      { section: '2', contributions: 2, agreements: 0, answers: { accepted: 2 } },
    ];
    assert.deepEqual(saidAndDone({ sections }, '1'), {
      contributions: 3,
      agreements: 5,
      answers: [
        { outcome: 'accepted', contributions: 1 },
        { outcome: 'not-pertinent', contributions: 1 },
      ],
      unanswered: 1,
    });
    assert.deepEqual(saidAndDone({ sections }).answers[0], { outcome: 'accepted', contributions: 3 });
    assert.equal(saidAndDone({ sections }, '9').contributions, 0);
  });
});

describe('a proposal of new text', () => {
  it('is compared word by word with the passage it quotes, once', () => {
    const contribution = aPublished({ quote: 'Più treni, ogni ora.', proposal: 'Più treni, ogni quarto d’ora.' });
    const parts = changeProposed(contribution)!;
    assert.equal(
      parts
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
      contribution.quote,
    );
    assert.equal(
      parts
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
      contribution.proposal,
    );
    assert.equal(changeProposed(contribution), parts);
    assert.equal(changeProposed(aPublished({ proposal: 'Nuovo.' })), undefined);
  });
});

describe('what became of “I agree”', () => {
  it('waits for the network, counts what was counted, and may be pressed again where it was refused', () => {
    assert.deepEqual(
      [
        'network.unreachable',
        'server.failed',
        'request.rate-limited',
        'contribution.already-endorsed',
        'contribution.not-found',
        'request.invalid',
      ].map(phaseAfter),
      ['waiting', 'waiting', 'waiting', 'counted', 'gone', 'failed'],
    );
    assert.deepEqual((['none', 'sending', 'waiting', 'counted', 'gone', 'failed'] as const).filter(mayAgree), [
      'none',
      'failed',
    ]);
  });
});

describe('the first words of a text', () => {
  it('end with a whole word, and never in the middle of a character', () => {
    assert.equal(firstWords('  Servono\n piste. '), 'Servono piste.');
    assert.equal(firstWords('uno due tre quattro', 9), 'uno due…');
    assert.equal(firstWords('🚲'.repeat(9), 3), '🚲🚲🚲…');
  });
});

describe('words of published contributions', () => {
  it('are complete in three languages, with the same places to fill in', () => {
    const places = (words: unknown): string[] => [...new Set(JSON.stringify(words).match(/\{\w+\}/g) ?? [])].toSorted();
    for (const other of [en, fr] as const) {
      assert.deepEqual(Object.keys(other), Object.keys(it_));
      for (const [key, words] of Object.entries(it_))
        assert.deepEqual(places(other[key as keyof typeof other]), places(words), key);
    }
  });
});
