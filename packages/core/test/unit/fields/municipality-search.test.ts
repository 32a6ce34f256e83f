import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMunicipality, foldName, searchMunicipalities } from '../../../src/fields/municipality-search.ts';

const list = ['Agliè', 'Rivalta di Torino', 'Rivara', 'Rorà', 'San Giorgio Canavese', 'Torino', 'Val della Torre'].map(
  (name, index) => ({
    code: `00100${index}`,
    name,
    zone: 1,
    population: 1,
  }),
);
const names = (text: string): string[] => searchMunicipalities(list, text).map(({ name }) => name);

describe('searchMunicipalities', () => {
  it('puts names that start with the search first, then those with a word that does', () => {
    assert.deepEqual(names('tor'), ['Torino', 'Rivalta di Torino', 'Val della Torre']);
    assert.deepEqual(names('riva'), ['Rivalta di Torino', 'Rivara']);
  });

  it('does not mind accents, capitals, apostrophes or spaces', () => {
    assert.deepEqual(names('  RORA’ '), ['Rorà']);
    assert.deepEqual(names('aglie'), ['Agliè']);
    assert.deepEqual(names('san  giorgio'), ['San Giorgio Canavese']);
  });

  it('gives all for an empty search and none for nonsense', () => {
    assert.equal(names('').length, list.length);
    assert.deepEqual(names('xyz'), []);
  });
});

describe('findMunicipality', () => {
  it('takes whole names only', () => {
    assert.equal(findMunicipality(list, 'torino')?.name, 'Torino');
    assert.equal(findMunicipality(list, 'tor'), undefined);
    assert.equal(findMunicipality(list, ' '), undefined);
    assert.equal(foldName('Val d’Ala – Rorà'), 'val d ala rora');
  });
});
