import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openOffice } from './office.mjs';
import { memory, projectNode, root } from './paths.mjs';
import { runQuietly } from './run.mjs';

const server = join(root, 'packages', 'server', 'src');

/**
 * The server's settings: what the environment says, else its own defaults. The trial is for this machine alone, so the
 * address is fixed (some shells export a HOST of their own); `pnpm serve` listens elsewhere.
 */
function settings(port) {
  return {
    CMTO_DATA_DIR: join(root, '.data'),
    CMTO_LOG_LEVEL: 'warn', // a line per request is for operators
    NODE_COMPILE_CACHE: join(memory, 'compiled'), // the second start takes less time, and 30 MB less memory
    ...process.env,
    HOST: '127.0.0.1',
    ...(port ? { PORT: String(port) } : {}),
  };
}

/**
 * Imports and publishes every demo definition, what is there already stays as it is; where nobody has sent anything yet,
 * invented contributions come with them. False when it could not.
 */
export async function seedDemo() {
  const steps = [
    ...['surveys', 'services', 'consultations'].map((folder) => ['seed', join(root, 'demo', folder)]),
    ['contribution', 'invent', join(root, 'demo', 'contributions')],
  ];
  for (const words of steps) {
    const { code, output } = await runQuietly(projectNode(), [join(server, 'cli.ts'), ...words], { env: settings() });
    if (code === 0) continue;
    console.error(output);
    return false;
  }
  return true;
}

async function isUp(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/status`)).ok;
  } catch {
    return false; // not listening yet
  }
}

/** Never the address itself: a password is in it. */
function dataPlace() {
  const { CMTO_DATA_DIR, DATABASE_URL } = settings();
  return DATABASE_URL ? `the PostgreSQL that DATABASE_URL names, files in ${CMTO_DATA_DIR}` : CMTO_DATA_DIR;
}

/** Where people sign in and read their mail in the trial; where this is no trial, that nobody is invented. */
function officePlace(port, office) {
  return office
    ? `
  signing in with SPID or CIE         http://127.0.0.1:${port}/istanza.html  (as people who are invented)
  e-mail that the trial sends         ${office.mailbox}`
    : `
  signing in and e-mail               as your settings say: invented people and mailbox are for the trial alone`;
}

async function announce(port, child, office) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isUp(port)) {
      console.log(`
Ready. Open  http://127.0.0.1:${port}

  the demo site, every page listed    http://127.0.0.1:${port}/
  the API and its description         http://127.0.0.1:${port}/api/v1/status  …/api/v1/openapi.json
  the data                            ${dataPlace()}${officePlace(port, office)}

Stop with Ctrl+C.`);
      return;
    }
    await pause(100);
  }
}

/** Runs the server until it ends and gives its exit code. Being told to stop, it tells the server and waits for it. */
export async function serve(port) {
  const office = await openOffice(`http://127.0.0.1:${port}`, settings(port));
  // Without the limit V8 lets short-lived objects fill 128 MB before it clears them away.
  const child = spawn(projectNode(), ['--max-semi-space-size=4', join(server, 'main.ts')], {
    cwd: root,
    env: { ...settings(port), ...office?.settings },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A terminal sends Ctrl+C to the whole group; in a group of its own the server hears each signal once, from us.
    detached: process.platform !== 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  process.on('exit', () => child.kill('SIGTERM'));
  void announce(port, child, office);
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exit, signal) => resolve(exit ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
  try {
    return await ended;
  } finally {
    await office?.close();
  }
}
