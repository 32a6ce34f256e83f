import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, type Field } from '@cmto/contract';
import { aField, aForm } from '@cmto/contract/testing/builders';
import { codesOf } from './codes-of.ts';

const before = (answer?: string) => ({
  fields: [aField('text', { id: 'prima' })] as Field[],
  answers: answer === undefined ? {} : { prima: answer },
});
const paramsOf = (field: Field, value: unknown): object | undefined =>
  checkAnswers(aForm(field), { [field.id]: value })[0]?.params;

const options = [
  { value: 'o1', label: 'Uno' },
  { value: 'o2', label: 'Due' },
  { value: 'o3', label: 'Tre', visibleIf: { field: 'prima', op: 'answered' } as const },
];

for (const type of ['choice', 'dropdown'] as const) {
  describe(type, () => {
    it('takes one of the options', () => assert.deepEqual(codesOf(aField(type), 'o1'), []));
    it('refuses what is not offered', () => assert.deepEqual(codesOf(aField(type), 'o9'), ['answer.option']));
    it('offers a hidden option only when it is shown', () => {
      assert.deepEqual(codesOf(aField(type, { options }), 'o3', before()), ['answer.option']);
      assert.deepEqual(codesOf(aField(type, { options }), 'o3', before('x')), []);
    });
    it('takes other words only where the form asks for them', () => {
      const other = aField(type, { other: true });
      assert.deepEqual(codesOf(other, { other: 'Il parroco' }), []);
      assert.deepEqual(codesOf(other, { other: '  ' }), ['answer.other']);
      assert.deepEqual(codesOf(other, { other: 'x'.repeat(501) }), ['answer.too-long']);
      assert.deepEqual(codesOf(aField(type), { other: 'Il parroco' }), ['answer.option']);
    });
    it('refuses other shapes', () => {
      for (const value of [1, true, null, ['o1'], { other: 1 }, { other: 'a', altro: 'b' }, { altro: 'a' }]) {
        assert.deepEqual(codesOf(aField(type, { other: true }), value), ['answer.shape'], JSON.stringify(value));
      }
    });
  });
}

describe('choices', () => {
  const field = aField('choices', { minSelected: 2, maxSelected: 3, other: true });
  it('counts what was chosen', () => {
    assert.deepEqual(codesOf(field, ['o1', 'o2']), []);
    assert.deepEqual(codesOf(field, ['o1', { other: 'x' }]), []);
    assert.deepEqual(codesOf(field, ['o1']), ['answer.min-selected']);
    assert.deepEqual(codesOf(field, ['o1', 'o2', 'o3', { other: 'x' }]), ['answer.max-selected']);
    assert.deepEqual(paramsOf(field, ['o1']), { min: 2, selected: 1, remaining: 1 });
    assert.deepEqual(paramsOf(field, ['o1', 'o2', 'o3', { other: 'x' }]), { max: 3, selected: 4, excess: 1 });
  });
  it('leaves an optional question unanswered in peace', () => {
    assert.deepEqual(codesOf(field, []), []);
    assert.deepEqual(codesOf(field, undefined), []);
    assert.deepEqual(codesOf({ ...field, required: true }, []), ['answer.required']);
  });
  it('points at the wrong one', () => {
    assert.deepEqual(codesOf(aField('choices'), ['o1', 'o9']), ['/1 answer.option']);
    assert.deepEqual(codesOf(aField('choices'), ['o1', 'o1']), ['/1 answer.duplicate']);
    assert.deepEqual(codesOf(aField('choices', { other: true }), [{ other: 'a' }, { other: 'b' }]), [
      '/1 answer.duplicate',
    ]);
    assert.deepEqual(codesOf(aField('choices'), ['o1', 3]), ['/1 answer.shape']);
  });
  it('lets an exclusive option stand alone, whatever the minimum', () => {
    const exclusive = aField('choices', {
      minSelected: 2,
      options: [...aField('choices').options, { value: 'nessuno', label: 'Nessuno', exclusive: true }],
    });
    assert.deepEqual(codesOf(exclusive, ['nessuno']), []);
    assert.deepEqual(codesOf(exclusive, ['nessuno', 'o1']), ['answer.exclusive']);
    assert.deepEqual(paramsOf(exclusive, ['nessuno', 'o1']), { option: 'nessuno' });
  });
  it('asks for no more than it offers', () => {
    const few = aField('choices', { minSelected: 3, options });
    assert.deepEqual(codesOf(few, ['o1', 'o2'], before()), []);
    assert.deepEqual(codesOf(few, ['o1', 'o2'], before('x')), ['answer.min-selected']);
  });
  it('asks nobody to choose among nothing', () => {
    const none = aField('choices', { required: true, options: [options[2]!] });
    assert.deepEqual(codesOf(none, undefined, before()), []);
    assert.deepEqual(codesOf(none, undefined, before('x')), ['answer.required']);
  });
  it('refuses other shapes', () => {
    for (const value of ['o1', 1, null, { o1: true }])
      assert.deepEqual(codesOf(aField('choices'), value), ['answer.shape']);
  });
});

describe('ranking', () => {
  it('wants all the options, once, unless it says how many', () => {
    assert.deepEqual(codesOf(aField('ranking'), ['o3', 'o1', 'o2']), []);
    assert.deepEqual(codesOf(aField('ranking'), ['o3', 'o1']), ['answer.rank-all']);
    assert.deepEqual(paramsOf(aField('ranking'), ['o3', 'o1']), { total: 3, ranked: 2, remaining: 1 });
    assert.deepEqual(codesOf(aField('ranking'), ['o1', 'o2', 'o1']), ['/2 answer.duplicate']);
    assert.deepEqual(codesOf(aField('ranking'), ['o1', 'o2', 'o9']), ['/2 answer.option']);
  });
  it('counts from the least to the most it says', () => {
    const field = aField('ranking', { minRanked: 1, maxRanked: 2 });
    assert.deepEqual(codesOf(field, ['o2']), []);
    assert.deepEqual(codesOf(field, ['o1', 'o2', 'o3']), ['answer.max-ranked']);
    assert.deepEqual(codesOf(aField('ranking', { minRanked: 2 }), ['o1']), ['answer.min-ranked']);
    assert.deepEqual(codesOf(aField('ranking', { maxRanked: 2 }), ['o1']), []);
  });
  it('wants only the options that are shown', () => {
    assert.deepEqual(codesOf(aField('ranking', { options }), ['o1', 'o2'], before()), []);
    assert.deepEqual(codesOf(aField('ranking', { options }), ['o1', 'o2'], before('x')), ['answer.rank-all']);
  });
  it('takes no other words', () => {
    assert.deepEqual(codesOf(aField('ranking', { other: true, maxRanked: 1 }), [{ other: 'x' }]), ['/0 answer.shape']);
  });
});

describe('allocation', () => {
  const field = aField('allocation', { total: 100 });
  it('wants the shares to make exactly the total', () => {
    assert.deepEqual(codesOf(field, { o1: 60, o2: 40 }), []);
    assert.deepEqual(codesOf(field, { o1: 60, o2: 40, o3: 0 }), []);
    assert.deepEqual(codesOf(field, { o1: 60 }), ['answer.total']);
    assert.deepEqual(paramsOf(field, { o1: 60 }), { total: 100, sum: 60, remaining: 40 });
    assert.deepEqual(paramsOf(field, { o1: 60, o2: 60 }), { total: 100, sum: 120, remaining: -20 });
  });
  it('adds decimals as people do', () => {
    const one = aField('allocation', { total: 1 });
    assert.deepEqual(codesOf(one, { o1: 0.1, o2: 0.2, o3: 0.7 }), []);
    assert.deepEqual(codesOf(aField('allocation', { total: 0.3 }), { o1: 0.1, o2: 0.2 }), []);
    assert.deepEqual(codesOf(one, { o1: 0.1, o2: 0.2, o3: 0.7000000000000001 }), ['answer.total']);
    assert.deepEqual(paramsOf(one, { o1: 0.1, o2: 0.2 }), { total: 1, sum: 0.3, remaining: 0.7 });
    assert.deepEqual(codesOf(aField('allocation', { total: 1e12 }), { o1: 1e12 }), []);
    assert.deepEqual(codesOf(aField('allocation', { total: 1e12 }), { o1: 1e12, o2: 1e-300 }), ['answer.total']);
  });
  it('refuses negative shares and strange ones', () => {
    assert.deepEqual(codesOf(field, { o1: 120, o2: -20 }), ['/o2 answer.share']);
    assert.deepEqual(codesOf(field, { o1: '100' }), ['/o1 answer.share']);
    assert.deepEqual(codesOf(field, { o9: 100 }), ['/o9 answer.option']);
    assert.deepEqual(codesOf(field, [100]), ['answer.shape']);
    assert.deepEqual(codesOf(field, JSON.parse('{"o1":1e999}')), ['/o1 answer.share']);
  });
  it('takes all zeros for no answer', () => {
    assert.deepEqual(codesOf(field, { o1: 0, o2: 0 }), []);
    assert.deepEqual(codesOf({ ...field, required: true }, { o1: 0 }), ['answer.required']);
  });
});
