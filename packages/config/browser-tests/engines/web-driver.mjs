import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { endsWithUs } from './ends-with-us.mjs';

const DRIVER_PATIENCE = 15_000;

/** A port that nobody listens on, on this machine alone. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Sends one WebDriver command; rejects with what the driver says is wrong. */
async function command(address, method, path, body) {
  const answer = await fetch(address + path, {
    method,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** Asks until the driver answers; rejects when its program has ended or the patience has. */
async function ready(address, driver) {
  const end = Date.now() + DRIVER_PATIENCE;
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`The WebDriver program ended with ${driver.exitCode}.`);
    try {
      return await command(address, 'GET', '/status');
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Starts a WebDriver program with one session, so one browser with empty storage. This much of the protocol is all
 * that is needed to drive a page: https://www.w3.org/TR/webdriver2/
 */
export async function openWebDriver({ program, args = (port) => [`--port=${port}`], env, capabilities }) {
  const port = await freePort();
  const driver = spawn(program, args(port), { env, stdio: 'ignore' });
  endsWithUs(driver);
  const gone = new Promise((resolve) => {
    driver.once('exit', resolve);
    driver.once('error', resolve);
  });
  const stop = async () => {
    driver.kill('SIGTERM');
    await gone;
  };
  const address = `http://127.0.0.1:${port}`;
  let session;
  try {
    await ready(address, driver);
    const { sessionId } = await command(address, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    session = `/session/${sessionId}`;
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    send: (method, path, body) => command(address, method, session + path, body),
    async close() {
      // A browser that has crashed cannot say goodbye any more.
      await command(address, 'DELETE', session).catch(() => undefined);
      await stop();
    },
  };
}
