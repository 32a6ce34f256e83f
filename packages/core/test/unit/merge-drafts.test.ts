import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers } from '@cmto/contract';
import fc from 'fast-check';
import { mergeDrafts } from '../../src/drafts/merge-drafts.ts';
import type { Entry } from '../../src/storage/entry.ts';
import { anEntry } from './an-entry.ts';

const aDraft = (answers: Answers, change: Partial<Entry> = {}): Entry => anEntry({ answers, ...change });

const merged = (base: Answers | undefined, mine: Answers, theirs: Answers): Pick<Entry, 'answers' | 'conflicts'> => {
  const { answers, conflicts } = mergeDrafts(base && aDraft(base), aDraft(mine), aDraft(theirs));
  return { answers, conflicts: conflicts! };
};

describe('one draft written in two tabs', () => {
  it('has each answer from the tab where it was given', () => {
    assert.deepEqual(merged({ a: '1', b: '2' }, { a: '1', b: 'qui', c: 'nuova' }, { a: 'là', b: '2', d: 'altra' }), {
      answers: { a: 'là', b: 'qui', c: 'nuova', d: 'altra' },
      conflicts: [],
    });
  });

  it('keeps both answers to a question that was answered twice', () => {
    assert.deepEqual(merged({ a: '1' }, { a: 'qui' }, { a: 'là' }), {
      answers: { a: 'qui' },
      conflicts: [{ field: 'a', answer: 'là' }],
    });
  });

  it('bothers nobody with a text that only goes on in one of them', () => {
    assert.deepEqual(merged({}, { a: 'Più tre' }, { a: 'Più treni' }), { answers: { a: 'Più treni' }, conflicts: [] });
  });

  it('leaves out what was deleted in one and left alone in the other, and keeps what was written on', () => {
    assert.deepEqual(merged({ a: '1', b: '2' }, { b: '2' }, { a: '1', b: '2' }).answers, { b: '2' });
    assert.deepEqual(merged({ a: '1', b: '2' }, { a: '1', b: '2' }, { b: '2' }).answers, { b: '2' });
    assert.deepEqual(merged({ a: '1' }, {}, { a: '1 e poi' }).answers, { a: '1 e poi' });
    assert.deepEqual(merged({ a: '1' }, { a: '1 e poi' }, {}).answers, { a: '1 e poi' });
  });

  it('forgets a choice that was made in one of them', () => {
    const conflicts = [{ field: 'a', answer: 'là' }];
    const open = aDraft({ a: 'qui' }, { conflicts });
    assert.deepEqual(mergeDrafts(open, aDraft({ a: 'là' }, { conflicts: [] }), open).conflicts, []);
    assert.deepEqual(mergeDrafts(open, open, aDraft({ a: 'là' }, { conflicts: [] })).conflicts, []);
  });

  it('loses no text, whatever two tabs do', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__x'), fc.constantFrom('x', 'xy', 'z', 'wort'));
    fc.assert(
      fc.property(texts, texts, texts, (base, mine, theirs) => {
        const { answers, conflicts } = merged(base, mine, theirs);
        for (const side of [mine, theirs]) {
          for (const [field, text] of Object.entries(side)) {
            if (text === base[field]) continue;
            const kept = [
              answers[field],
              ...conflicts!.filter((each) => each.field === field).map((each) => each.answer),
            ];
            assert.ok(
              kept.some((each) => String(each).startsWith(text)),
              `${field}: ${text}`,
            );
          }
        }
      }),
    );
  });

  it('is the same for both tabs but for which answer comes first', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'xy', 'z'));
    fc.assert(
      fc.property(texts, texts, texts, (base, mine, theirs) => {
        const all = ({ answers, conflicts }: ReturnType<typeof merged>): string[] =>
          [
            ...Object.entries(answers).map(String),
            ...conflicts!.map(({ field, answer }) => String([field, answer])),
          ].sort();
        assert.deepEqual(all(merged(base, mine, theirs)), all(merged(base, theirs, mine)));
      }),
    );
  });
});
