import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addCounts, closingLine, readCounts } from '../lib/counts.mjs';

const reporter = fileURLToPath(new URL('../lib/count-reporter.mjs', import.meta.url));

describe('the closing line', () => {
  it('leaves skipped tests out when there are none', () => {
    assert.equal(closingLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
    assert.equal(closingLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  });

  it('sums suites', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    assert.deepEqual(addCounts([one, one]), { passed: 2, failed: 4, skipped: 6 });
  });
});

describe('what a runner leaves behind', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'cmto-counts-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function left(counts) {
    const file = join(folder, 'counts.json');
    writeFileSync(file, JSON.stringify(counts));
    return file;
  }

  /** Runs one test file with Node's runner and gives what our reporter counted. */
  function counted(source) {
    const test = join(folder, 'one.test.mjs');
    const file = join(folder, 'counted.json');
    writeFileSync(test, source);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    spawnSync(
      process.execPath,
      ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${file}`, test],
      { env },
    );
    return JSON.parse(readFileSync(file, 'utf8'));
  }

  it('fails when it is nothing: the runner crashed', () => {
    assert.equal(readCounts(join(folder, 'none.json'), 0).failed, 1);
  });

  it('fails when no test ran', () => {
    assert.equal(readCounts(left({ passed: 0, failed: 0, skipped: 4 }), 0).failed, 1);
  });

  it('fails when the runner ended badly after passing tests', () => {
    assert.equal(readCounts(left({ passed: 9, failed: 0 }), 7).failed, 1);
  });

  it('counts tests and not their suites', () => {
    const source = `import { describe, it } from 'node:test';
      describe('a suite', () => { it('one', () => {}); it('two', () => { throw new Error('no'); }); it.skip('three'); });`;
    assert.deepEqual(counted(source), { passed: 1, failed: 1, skipped: 1 });
  });

  it('counts a suite whose hook threw as failed', () => {
    const source = `import { before, describe, it } from 'node:test';
      describe('a suite', () => { before(() => { throw new Error('no'); }); it('one', () => {}); });`;
    assert.equal(counted(source).passed, 0);
    assert.ok(counted(source).failed > 0);
  });

  it('counts a file that cannot be loaded, or holds no test, as failed', () => {
    assert.deepEqual(counted(`import './nothing.mjs';`), { passed: 0, failed: 1, skipped: 0 });
    assert.deepEqual(counted('export {};'), { passed: 0, failed: 1, skipped: 0 });
  });
});
