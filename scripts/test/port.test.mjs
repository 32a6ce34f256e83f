import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../start.mjs', import.meta.url));

/** What `npm start` says and how it ends, for settings that stop it before it begins. */
function startWith(PORT) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [start], { env: { ...process.env, PORT } });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('npm start', () => {
  it('says what to do when the port is in use', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address();
    const { code, said } = await startWith(String(port));
    other.close();
    assert.equal(code, 1);
    assert.match(said, new RegExp(`Port ${port} is in use`));
    assert.match(said, /PORT=\d+ npm start/);
  });

  it('refuses a port that is none', async () => {
    const { code, said } = await startWith('eighty');
    assert.equal(code, 1);
    assert.match(said, /a number from 1 to 65535, not "eighty"/);
  });
});
