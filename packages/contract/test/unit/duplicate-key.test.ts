import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duplicateKey } from '@cmto/contract';
import { fixedSeed } from '@cmto/contract/testing';
import fc from 'fast-check';

const find = (json: string): string | undefined => duplicateKey(json, JSON.parse(json) as unknown);

describe('duplicateKey', () => {
  it('points to a name that stands twice in one object, however deep and however it is written', () => {
    assert.equal(find('{"a":1,"a":1}'), '/a');
    assert.equal(find('{"a":1,"\\u0061":2}'), '/a');
    assert.equal(find('{"answers" : {"rows":[{"x":1},{"x":1, "y":"\\\\" , "x" :2}]}}'), '/answers/rows/1/x');
    assert.equal(find('[[],["a","a"],{"a/b":{"~":1,"~":1}}]'), '/2/a~1b/~0');
    assert.equal(find('{"__proto__":1,"__proto__":1}'), '/__proto__');
    assert.equal(find('{"a\\"b\\\\":1,"a\\"b\\\\":1}'), '/a"b\\');
  });

  it('finds none where names only look alike', () => {
    for (const json of [
      '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
      '{"a":"a","b":"\\"a\\":1,\\"a\\":1"}',
      '{"a":1, "A":1, "à":1, "a\u0300":1}',
      ' ["a", "a", {}, {}, []]',
      '{"10":1,"9":-0}',
      '1e3',
      '"\\\\"',
    ]) {
      assert.equal(find(json), undefined, json);
    }
  });

  it('is not afraid of depth', () => {
    const deep = `${'{"a":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    assert.equal(find(deep), undefined);
    assert.equal(find(`{"x":${deep},"x":1}`), '/x');
  });

  it('finds none in what was written from a value, spaced or not, and the one that was put in', () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 6 });
    const record = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    fc.assert(
      fc.property(record, fc.nat(), fc.constantFrom('', ' ', '\t\n'), (value, pick, gap) => {
        const json = JSON.stringify(value, undefined, gap);
        assert.equal(find(json), undefined);
        const names = Object.keys(value);
        const name = names[pick % names.length]!;
        const twice = `${json.trimEnd().slice(0, -1)},${JSON.stringify(name)}:null}`;
        assert.equal(find(twice), `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }),
      fixedSeed(500),
    );
  });
});
