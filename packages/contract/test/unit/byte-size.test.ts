import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeSize } from '../../src/rules/byte-size.ts';

describe('describeSize', () => {
  it('says sizes as people do: kilobytes, from a megabyte on with a tenth, never none', () => {
    const said = (bytes: number, language = 'it'): string => describeSize(bytes, language).replace(/\s/g, ' ');
    assert.deepEqual(
      [0, 16, 12_345, 1_048_575].map((bytes) => said(bytes)),
      ['1 kB', '1 kB', '12 kB', '1 MB'],
    );
    assert.deepEqual(
      [1_048_576, 2_621_440, 10_485_760].map((bytes) => said(bytes)),
      ['1 MB', '2,5 MB', '10 MB'],
    );
    assert.equal(said(2_621_440, 'en'), '2.5 MB');
    assert.equal(said(2_621_440, 'fr'), '2,5 Mo');
  });
});
