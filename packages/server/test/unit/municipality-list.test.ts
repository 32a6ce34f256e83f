import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMunicipalities } from '../../src/municipalities/municipality-list.ts';

describe('readMunicipalities', () => {
  it('reads all 312, each in a zone', () => {
    const { municipalities, zones } = readMunicipalities();
    assert.equal(municipalities.length, 312);
    assert.equal(zones.length, 11);
    const known = new Set(zones.map(({ id }) => id));
    for (const { code, name, zone, population } of municipalities) {
      assert.match(code, /^001\d{3}$/);
      assert.ok(name.length > 1 && !/[",]/.test(name) && known.has(zone) && population > 0, name);
    }
  });
});
