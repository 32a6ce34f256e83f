import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DiffPart, diffWords } from '../../src/index.ts';

const join = (parts: readonly DiffPart[], without: DiffPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const short = (parts: readonly DiffPart[]): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`)).join('');

describe('diffWords', () => {
  it('tells the words that went and the words that came', () => {
    const parts = diffWords('La rete verde lungo il Po.', 'La rete blu lungo il Sangone e il Po.');
    assert.equal(short(parts), 'La rete [-verde][+blu] lungo[+ il Sangone e] il Po.');
  });

  it('tells a changed phrase as one change, not one for each word', () => {
    const parts = diffWords('entro trenta giorni, esclusi i festivi', 'entro due mesi, compresi i festivi');
    assert.equal(short(parts), 'entro [-trenta giorni, esclusi][+due mesi, compresi] i festivi');
  });

  it('finds nothing to tell between equal texts, and nothing in common between strangers', () => {
    assert.deepEqual(diffWords('uguale', 'uguale'), [{ kind: 'same', text: 'uguale' }]);
    assert.deepEqual(diffWords('', ''), []);
    assert.deepEqual(diffWords('', 'nuovo'), [{ kind: 'added', text: 'nuovo' }]);
    assert.equal(short(diffWords('uno due', 'tre quattro')), '[-uno due][+tre quattro]');
  });

  it('treats markup and marks as text, and text of every script', () => {
    assert.equal(short(diffWords('<b>uno</b>', '<i>uno</i>')), '<[-b][+i]>uno</[-b][+i]>');
    assert.equal(short(diffWords('城市规划', '城镇规划')), '城[-市][+镇]规划');
  });

  it('joins to both texts exactly, whatever they are', () => {
    const words = fc.array(fc.constantFrom('uno', 'due', 'tre', ' ', '  ', ', ', '.', '\n', 'è', '😀', "l'"), {
      maxLength: 40,
    });
    const text = fc.oneof(
      words.map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        assert.equal(join(parts, 'added'), before);
        assert.equal(join(parts, 'removed'), after);
        assert.ok(parts.every((part) => part.text !== ''));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });
});
