import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AnswerValue, type Comparison, type Condition, conditionFields, evaluateCondition } from '@cmto/contract';
import { holdsUnanswered } from '../../src/rules/holds-unanswered.ts';

const holds = (op: Comparison['op'], answer: AnswerValue | undefined, value?: Comparison['value']): boolean =>
  evaluateCondition(value === undefined ? { field: 'a', op } : { field: 'a', op, value }, () => answer);

describe('a condition on an unanswered field', () => {
  const expected: Record<Comparison['op'], boolean> = {
    equals: false,
    'not-equals': true,
    includes: false,
    'not-includes': true,
    greater: false,
    less: false,
    answered: false,
    'not-answered': true,
  };
  for (const [op, result] of Object.entries(expected) as [Comparison['op'], boolean][]) {
    it(`is ${result} for ${op}`, () => {
      assert.equal(holds(op, undefined, 'x'), result);
      assert.equal(holds(op, undefined), result);
    });
    it(`is ${result} for ${op}, too, as long as the rules have not come`, () => {
      const condition: Condition = { field: 'a', op, value: 'x' };
      assert.equal(holdsUnanswered(condition), result);
      assert.equal(holdsUnanswered({ not: condition }), !result);
      for (const parts of [[condition], [condition, { not: condition }], []]) {
        assert.equal(
          holdsUnanswered({ all: parts }),
          evaluateCondition({ all: parts }, () => undefined),
        );
        assert.equal(
          holdsUnanswered({ any: parts }),
          evaluateCondition({ any: parts }, () => undefined),
        );
      }
    });
  }
});

describe('a condition on an answer', () => {
  const cases: [Comparison['op'], AnswerValue, Comparison['value'], boolean][] = [
    ['equals', 'sindaco', 'sindaco', true],
    ['equals', 'sindaco', 'tecnico', false],
    ['equals', 3, 3, true],
    ['equals', 3, '3', false],
    ['equals', false, false, true],
    ['equals', { other: 'sindaco' }, 'sindaco', false],
    ['equals', ['sindaco'], 'sindaco', false],
    ['not-equals', 'sindaco', 'tecnico', true],
    ['not-equals', 'sindaco', 'sindaco', false],
    ['not-equals', { other: 'sindaco' }, 'sindaco', true],
    ['includes', ['acque', 'mobilita'], 'mobilita', true],
    ['includes', ['acque'], 'mobilita', false],
    ['includes', 'mobilita', 'mobilita', true],
    ['includes', 'mobilita-dolce', 'mobilita', false],
    ['includes', 3, 3, true],
    ['includes', [{ other: 'mobilita' }], 'mobilita', false],
    ['not-includes', ['acque'], 'mobilita', true],
    ['not-includes', ['acque'], 'acque', false],
    ['not-includes', 'acque', 'acque', false],
    ['greater', 4, 3, true],
    ['greater', 3, 3, false],
    ['greater', '2026-11-20', '2026-06-01', true],
    ['greater', '09:30', '10:00', false],
    ['greater', '4', 3, false],
    ['greater', true, false, false],
    ['less', 2, 3, true],
    ['less', '2026-01-01', '2026-06-01', true],
    ['less', ['a'], 'b', false],
    ['answered', false, undefined, true],
    ['answered', 0, undefined, true],
    ['answered', ['a'], undefined, true],
    ['not-answered', false, undefined, false],
  ];
  for (const [op, answer, value, result] of cases) {
    it(`${JSON.stringify(answer)} ${op} ${JSON.stringify(value)} is ${result}`, () =>
      assert.equal(holds(op, answer, value), result));
  }
});

describe('conditions together', () => {
  const yes = { field: 'a', op: 'answered' } as const;
  const no = { not: yes } as const;
  const lookup = (): AnswerValue => 'x';
  it('all needs every part, any needs one, not turns round', () => {
    assert.equal(evaluateCondition({ all: [yes, yes] }, lookup), true);
    assert.equal(evaluateCondition({ all: [yes, no] }, lookup), false);
    assert.equal(evaluateCondition({ any: [no, yes] }, lookup), true);
    assert.equal(evaluateCondition({ any: [no, no] }, lookup), false);
    assert.equal(evaluateCondition({ not: { all: [no] } }, lookup), true);
  });
  it('nothing to hold holds, nothing to choose from does not', () => {
    assert.equal(evaluateCondition({ all: [] }, lookup), true);
    assert.equal(evaluateCondition({ any: [] }, lookup), false);
  });
  it('names the fields it looks at', () => {
    assert.deepEqual(conditionFields({ all: [yes, { not: { any: [{ field: 'b', op: 'equals', value: 1 }] } }] }), [
      'a',
      'b',
    ]);
  });
  it('is false when it cannot be read', () => {
    assert.equal(evaluateCondition({} as never, lookup), false);
    assert.equal(evaluateCondition({ field: 'a', op: 'resembles', value: 'x' } as never, lookup), false);
  });
});
