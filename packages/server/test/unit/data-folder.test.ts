import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeDataFolder } from '../../src/data-folder.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

function aFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cmto data '));
  test.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A command on a data folder of its own, as an office would type it. */
const run = (dataDir: string) => {
  const env = { ...process.env, CMTO_DATA_DIR: dataDir, DATABASE_URL: '' };
  return spawnSync(process.execPath, [cli, 'survey', 'list'], { env, encoding: 'utf8', timeout: 60_000 });
};

describe('makeDataFolder', () => {
  it('makes what is missing above it, too, for its owner alone', (test) => {
    const folder = join(aFolder(test), 'uno', 'due');
    makeDataFolder(folder);
    makeDataFolder(folder);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, '..')).mode & 0o777, 0o700);
  });

  it('says which folder cannot be made, and what to set, without a stack', (test) => {
    const file = join(aFolder(test), 'nota.txt');
    writeFileSync(file, '');
    const { status, stderr } = run(join(file, 'dati'));
    assert.equal(status, 1);
    assert.equal(
      stderr.trim(),
      `The folder ${join(file, 'dati')} cannot be made (ENOTDIR). Set CMTO_DATA_DIR to a folder in which you may write.`,
    );
  });

  it('ends where a file system takes no folder at all', { skip: process.platform !== 'linux' }, () => {
    const { status, signal, stderr } = run('/proc/cmto');
    assert.deepEqual([status, signal], [1, null]);
    assert.match(stderr, /^The folder \/proc\/cmto cannot be made/);
  });
});
