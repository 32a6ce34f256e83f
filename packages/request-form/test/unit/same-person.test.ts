import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSamePerson } from '../../src/model/same-person.ts';

describe('isSamePerson', () => {
  it('sees one person in names that differ in order, accents, case or given names', () => {
    for (const [signed, named] of [
      ['Ada Rossi', 'ROSSI Ada'],
      ['Nicolò D’Angelo', "Nicolo D'Angelo"],
      ['Ada Maria Rossi', 'Ada Rossi'],
    ] as const)
      assert.equal(isSamePerson(signed, named), true, named);
  });

  it('sees two in other names', () => {
    for (const named of ['Bruno Rossi', 'Ada Bianchi', 'Ada Maria Bianchi'])
      assert.equal(isSamePerson('Ada Rossi', named), false, named);
  });
});
