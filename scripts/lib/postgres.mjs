import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { obtainPostgres } from './obtain-postgres.mjs';

const user = 'cmto';

/**
 * Starts a PostgreSQL of our own on a free port of this machine, in a temporary folder, as an ordinary user, and gives
 * `{ url, stop() }`; `stop` ends it by its process id and removes everything. `url` is its empty database, its owner may
 * make more. `end(signal)` and `start()` are for who wants to see it die and come back with the same data and port.
 * `durable: false` leaves out what only a power cut needs, for tests.
 */
export async function startPostgres({ durable = true } = {}) {
  const bin = await obtainPostgres();
  const owner = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'cmto-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(18).toString('base64url');
  try {
    prepare(folder, password, owner);
    const init = ['-D', data, '-U', user, '--pwfile', join(folder, 'password'), '--auth=scram-sha-256', '--no-locale'];
    execFileSync(join(bin, 'initdb'), [...init, '-E', 'UTF8', '--no-sync'], { ...owner, cwd: folder, stdio: 'pipe' });
    const port = await freePort();
    const settings = { ...common(folder, port), ...(durable ? {} : careless) };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const launch = () =>
      launchUntilFree(() => spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...owner, cwd: folder }));
    let server = await launch();
    return {
      url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
      end: async (signal) => {
        const ended = once(server, 'exit');
        server.kill(signal);
        await ended;
      },
      start: async () => {
        server = await launch();
      },
      stop: async () => {
        await end(server);
        rmSync(folder, { recursive: true, force: true });
      },
      // For when there is no time to wait, as in a process that is ending.
      kill: () => {
        server.kill('SIGQUIT');
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const common = (folder, port) => ({
  listen_addresses: '127.0.0.1',
  port,
  unix_socket_directories: folder,
  max_connections: 200,
  // The language of messages, which tests read; and nothing of a statement in the log.
  lc_messages: 'C',
  log_min_error_statement: 'panic',
});

/** Safe against a crash of any process, not against one of the machine. */
const careless = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '256MB' };

/** PostgreSQL refuses to run as root: then as the user that Debian made for it, else as nobody. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (kind) => Number(execFileSync('id', [kind, name], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user on this system.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"');
}

function prepare(folder, password, { uid, gid }) {
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  if (uid !== undefined) for (const name of ['', 'password', 'data']) chownSync(join(folder, name), uid, gid);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Processes that outlive the one that was killed keep its memory for a moment: then it is tried again. */
async function launchUntilFree(launch) {
  for (;;) {
    const server = launch();
    try {
      await isReady(server);
      return server;
    } catch (error) {
      if (!/pre-existing shared memory block/.test(error.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Resolves when it says that it takes connections; throws, with what it said, when it ends before. */
function isReady(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      if (said.includes('database system is ready to accept connections')) resolve();
      // What comes later is read and forgotten: a full pipe would hold the server up.
      said = said.slice(-10_000);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}

/** SIGINT is its fast shutdown: connections are closed, what is committed is kept. */
async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  const late = setTimeout(() => server.kill('SIGQUIT'), 15_000);
  await ended;
  clearTimeout(late);
}
