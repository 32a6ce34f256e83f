import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';

/** A package with our own way to start, of something that runs until it is told to stop. */
function aPackage(test) {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-start-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'prova', private: true, scripts: { start } }));
  mkdirSync(join(folder, 'scripts'));
  const program = `
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => { console.log('stopped by ' + signal); process.exit(0); });
    setInterval(() => undefined, 1000);
    console.log('it runs');`;
  writeFileSync(join(folder, 'scripts', 'start.mjs'), program);
  return folder;
}

describe('npm start', () => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`stops what it started when npm alone is sent ${signal}`, { timeout: 120_000 }, async (test) => {
      // In a group of its own, as no terminal would have it: nobody but npm hears the signal.
      const npm = spawn('npm', ['start', '--silent'], { cwd: aPackage(test), detached: true });
      test.after(() => {
        try {
          process.kill(-Number(npm.pid), 'SIGKILL');
        } catch {
          // All of it has ended, as it should.
        }
      });
      let said = '';
      for await (const chunk of npm.stdout) {
        said += chunk;
        if (said === 'it runs\n') npm.kill(signal);
      }
      assert.equal(said, `it runs\nstopped by ${signal}\n`);
    });
  }
});
