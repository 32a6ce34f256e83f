import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filesBelow, hashFiles } from '../lib/stamp.mjs';

describe('what decides whether to build again', () => {
  let folder;
  const file = (...names) => join(folder, ...names);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cmto stamp '));
    for (const name of ['src', 'dist', 'node_modules', 'test']) {
      mkdirSync(file(name));
      writeFileSync(file(name, 'a.ts'), 'one');
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is the sources, not what is built, installed or tested', () => {
    assert.deepEqual(filesBelow(folder), [file('src', 'a.ts')]);
    assert.deepEqual(filesBelow(file('nowhere')), []);
  });

  it('is their content, not their age', () => {
    const before = hashFiles(filesBelow(folder));
    utimesSync(file('src', 'a.ts'), 0, 0);
    assert.equal(hashFiles(filesBelow(folder)), before);
    writeFileSync(file('src', 'a.ts'), 'two');
    assert.notEqual(hashFiles(filesBelow(folder)), before);
  });
});
