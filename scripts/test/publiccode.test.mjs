import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publiccodeProblems } from '../lib/publiccode-rules.mjs';

const valid = () => ({
  publiccodeYmlVersion: '0.7',
  name: 'A name',
  url: 'https://example.it/a.git',
  platforms: ['web'],
  developmentStatus: 'beta',
  softwareType: 'addon',
  description: { it: { shortDescription: 'Breve.', longDescription: 'Lunga. '.repeat(30), features: ['Una'] } },
  legal: { license: 'EUPL-1.2' },
  maintenance: { type: 'internal', contacts: [{ name: 'Ada Rossi' }] },
  localisation: { localisationReady: true, availableLanguages: ['it'] },
});

describe('publiccode.yml', () => {
  it('is accepted with the mandatory keys', () => {
    assert.deepEqual(publiccodeProblems(valid()), []);
  });

  for (const key of Object.keys(valid())) {
    it(`is refused without ${key}`, () => {
      const { [key]: _, ...rest } = valid();
      assert.ok(publiccodeProblems(rest).some((problem) => problem.startsWith(key)));
    });
  }

  it('is refused with a short description that catalogues would cut', () => {
    const file = valid();
    file.description.it.shortDescription = 'x'.repeat(151);
    assert.deepEqual(publiccodeProblems(file), ['description/it/shortDescription must have 1 to 150 characters']);
  });

  it('is refused when nobody is named', () => {
    const file = { ...valid(), maintenance: { type: 'contract' } };
    assert.match(publiccodeProblems(file)[0], /maintenance\/contractors/);
  });

  it('is refused with the deprecated Italian section', () => {
    assert.match(publiccodeProblems({ ...valid(), it: {} })[0], /supports/);
  });
});
