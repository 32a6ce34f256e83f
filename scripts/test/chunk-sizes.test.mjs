import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesOf } from '../lib/chunk-sizes.mjs';

const manifest = {
  'src/loader.ts': { file: 'cmto.js', isEntry: true, imports: ['_shared.js'], dynamicImports: ['survey/define.ts'] },
  'survey/define.ts': {
    file: 'survey.js',
    css: ['survey.css'],
    imports: ['_shared.js', '_lit.js'],
    dynamicImports: ['fr.ts'],
  },
  'fr.ts': { file: 'fr.js', imports: ['survey/define.ts'] },
  '_shared.js': { file: 'shared.js' },
  '_lit.js': { file: 'lit.js', name: 'lit' },
};

describe('the size of what a page loads', () => {
  it('counts the roots and their static imports once', () => {
    assert.deepEqual(filesOf(manifest, ['src/loader.ts', 'survey/define.ts']), [
      'cmto.js',
      'lit.js',
      'shared.js',
      'survey.css',
      'survey.js',
    ]);
  });

  it('takes a root by the name of its chunk', () => {
    assert.deepEqual(filesOf(manifest, ['lit']), ['lit.js']);
  });

  it('counts what may load later only when asked', () => {
    assert.deepEqual(filesOf(manifest, ['src/loader.ts']), ['cmto.js', 'shared.js']);
    assert.equal(filesOf(manifest, ['src/loader.ts'], 'all').length, 6);
  });

  it('leaves out what is only loaded somewhere else', () => {
    assert.deepEqual(filesOf(manifest, ['src/loader.ts'], 'all', ['survey/define.ts']), ['cmto.js', 'shared.js']);
  });

  it('counts what is left out all the same where another chunk imports it at once', () => {
    const files = filesOf(manifest, ['src/loader.ts', 'fr.ts'], 'all', ['survey/define.ts']);
    assert.ok(files.includes('survey.js'), files.join(', '));
  });

  it('names the chunks there are when a root is gone', () => {
    assert.throws(() => filesOf(manifest, ['src/old.ts']), /src\/old\.ts.*survey\/define\.ts/);
  });
});
