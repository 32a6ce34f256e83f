import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { HELD_OUT, measure, type Measured } from '../../testing/index.ts';

/** Edited documents whose truth is known from the edits: `docs/documents.md` says how they are made. */
describe('reattach, on the held-out corpus', () => {
  let measured: Measured[];
  const sum = (of: (one: Measured) => number): number => measured.reduce((all, one) => all + of(one), 0);

  before(() => {
    measured = HELD_OUT.map((corpus) => measure(corpus));
  });

  it('is asked about at least 5,000 cases', () => {
    assert.ok(sum(({ cases }) => cases) >= 5000, `${sum(({ cases }) => cases)} cases`);
  });

  it('never re-attaches silently to a wrong place, and never says of what is there that it is gone', () => {
    assert.deepEqual(
      measured.flatMap(({ wrong }) => wrong),
      [],
    );
  });

  it('places at least 95 in 100 of those that a word diff can decide', () => {
    const [decided, decidable] = [sum((one) => one.decided), sum((one) => one.decidable)];
    assert.ok(decided >= 0.95 * decidable, `${decided} of ${decidable}`);
  });

  it('queues look-alikes that lost their place', () => {
    assert.ok(sum(({ doublesQueued }) => doublesQueued) > 0.2 * sum(({ doubles }) => doubles));
  });
});
