import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Resolves once the service of the run has stored something in a folder of its own. */
async function isUnderWay(folder: string): Promise<void> {
  for (;;) {
    const [own] = await readdir(folder);
    const files = own === undefined ? [] : await readdir(join(folder, own));
    if (files.includes('cmto.sqlite-wal')) return;
    await new Promise(setImmediate);
  }
}

describe('pnpm faults', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`leaves nothing behind when ${signal} ends it in the middle of a row`, async (test) => {
      const folder = await mkdtemp(join(tmpdir(), 'cmto-stopped-'));
      test.after(() => rm(folder, { recursive: true, force: true }));
      const row = ['--only', 'registrations', '--database', 'sqlite', '--times', '1000000'];
      const child = spawn(process.execPath, [command, ...row], {
        env: { ...process.env, TMPDIR: folder },
        stdio: 'ignore',
      });
      test.after(() => child.kill('SIGKILL'));
      await Promise.race([
        isUnderWay(folder),
        once(child, 'exit').then(() => assert.fail('it ended before it was told to')),
      ]);
      const ended = once(child, 'exit');
      child.kill(signal);
      assert.deepEqual(await ended, [1, null]);
      assert.deepEqual(await readdir(folder), []);
    });
  }
});
