import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { seedOfCommit } from '../lib/seed-of-commit.mjs';

describe('seedOfCommit', () => {
  it('is the same for one commit, and another for the next', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'cmto-seed-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const git = (...words) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.it', ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'first');
    const first = await seedOfCommit(folder);
    assert.equal(first, String(Number.parseInt(git('rev-parse', 'HEAD').slice(0, 8), 16)));
    assert.equal(await seedOfCommit(folder), first);
    git('commit', '-q', '--allow-empty', '-m', 'second');
    assert.notEqual(await seedOfCommit(folder), first);
  });

  it('is 1 where there is no commit', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'cmto-seed-'));
    test.after(() => rmSync(folder, { recursive: true }));
    assert.equal(await seedOfCommit(folder), '1');
  });
});
