import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addCounts, closingLine, nothing, readCounts, worthALook } from '../lib/counts.mjs';
import { settle } from '../lib/second-run.mjs';

const reporter = fileURLToPath(new URL('../lib/count-reporter.mjs', import.meta.url));

describe('the closing line', () => {
  it('leaves skipped tests out when there are none', () => {
    assert.equal(closingLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
    assert.equal(closingLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  });

  it('sums suites', () => {
    const one = { ...nothing(), passed: 1, failed: 1, skipped: 3, failures: [{ file: 'a.test.ts', name: 'holds' }] };
    const { failures, ...sum } = addCounts([one, one]);
    assert.deepEqual(sum, { passed: 2, failed: 2, skipped: 6, unsteady: [] });
    assert.equal(failures.length, 2);
  });

  it('names before it what failed and what is unsteady, and nothing else', () => {
    assert.deepEqual(worthALook({ ...nothing(), passed: 9 }), []);
    const failures = [{ file: 'a', name: 'one', why: 'expected 1 to equal 2' }];
    const sum = { ...nothing(), failures, unsteady: [{ file: 'b', name: 'two' }] };
    assert.deepEqual(worthALook(sum), [
      'Failed:',
      '  a: one',
      '    expected 1 to equal 2',
      'Unsteady, passed only when run again:',
      '  b: two',
    ]);
  });
});

describe('a second run in CI', () => {
  const failure = { file: 'a.test.ts', name: 'holds' };
  const first = { ...nothing(), passed: 8, failed: 1, failures: [failure] };
  let given;
  before(() => {
    given = process.env.CI;
    process.env.CI = 'true';
  });
  after(() => {
    if (given === undefined) delete process.env.CI;
    else process.env.CI = given;
  });

  it('counts what passes then, and names it as unsteady', async () => {
    const settled = await settle(first, async () => ({ ...nothing(), passed: 3 }));
    assert.deepEqual(settled, { ...nothing(), passed: 9, unsteady: [failure] });
  });

  it('leaves a failure that comes again', async () => {
    assert.deepEqual(await settle(first, async () => first), first);
  });

  it('keeps what failed again apart from what passed then', async () => {
    const other = { file: 'a.test.ts', name: 'rests' };
    const both = { ...first, failed: 2, failures: [failure, other] };
    const settled = await settle(both, async () => ({ ...nothing(), passed: 3, failed: 1, failures: [other] }));
    assert.deepEqual(settled, { ...nothing(), passed: 9, failed: 1, failures: [other], unsteady: [failure] });
  });

  it('leaves everything as it was where nothing ran then', async () => {
    assert.deepEqual(await settle(first, async () => nothing()), first);
  });

  it('is not made of cases that test files share: alone they are no test', async () => {
    const shared = { ...first, failures: [{ file: 'api-suite/list-cases.ts', name: 'holds' }] };
    assert.deepEqual(await settle(shared, async () => ({ ...nothing(), passed: 1 })), shared);
  });

  it('is not made where many files failed, a runner crashed, or a person looks on', async () => {
    const never = async () => assert.fail('was run again');
    const many = ['a', 'b', 'c', 'd'].map((file) => ({ file, name: 'holds' }));
    await settle({ ...nothing(), failed: 4, failures: many }, never);
    await settle({ ...nothing(), failed: 1 }, never);
    process.env.CI = '';
    await settle(first, never);
    process.env.CI = 'true';
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
    const { failures, ...counts } = counted(source);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.deepEqual(
      failures.map(({ name, why }) => [name, why]),
      [['two', 'no']],
    );
  });

  it('counts a suite whose hook threw as failed', () => {
    const source = `import { before, describe, it } from 'node:test';
      describe('a suite', () => { before(() => { throw new Error('no'); }); it('one', () => {}); });`;
    assert.equal(counted(source).passed, 0);
    assert.ok(counted(source).failed > 0);
  });

  it('counts a file that cannot be loaded, or holds no test, as failed', () => {
    for (const source of [`import './nothing.mjs';`, 'export {};']) {
      const { passed, failed, failures } = counted(source);
      assert.deepEqual({ passed, failed, named: failures.length }, { passed: 0, failed: 1, named: 1 });
      assert.match(failures[0].file, /one\.test\.mjs$/);
    }
  });
});
