import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const serverSources = fileURLToPath(new URL('../../../server/src', import.meta.url));
const run = promisify(execFile);

/** The real server as an office runs it: a process of its own on one port, which can be killed and started again. */
export class ServerProcess {
  readonly port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #restarting: Promise<void> | undefined;

  /** `settings`: where the data is, in the server's own words (`CMTO_DATA_DIR`, `DATABASE_URL`). */
  constructor(port: number, settings: Readonly<Record<string, string>>) {
    this.port = port;
    this.#environment = {
      ...process.env,
      // One address on every receipt, whichever process wrote it and whatever stands before it.
      CMTO_PUBLIC_URL: 'https://partecipa.example.it',
      CMTO_RATE_LIMIT: 'off',
      CMTO_LOG_LEVEL: 'fatal',
      ...settings,
      HOST: '127.0.0.1',
      PORT: String(port),
    };
  }

  /** `pnpm cmto …` on this server's data. */
  async command(...words: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(serverSources, 'cli.ts'), ...words], {
      env: this.#environment,
    });
    return stdout;
  }

  /** Starts it and waits until it answers. Rejects when it ends instead. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(serverSources, 'main.ts')], {
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    // Whatever ends this command, nothing it started outlives it.
    const takeAlong = (): void => void child.kill('SIGKILL');
    process.prependOnceListener('exit', takeAlong);
    child.once('exit', () => process.off('exit', takeAlong));
    while (!(await this.#answers())) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`the server ended with ${child.exitCode ?? child.signalCode} before it answered`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Ends it and starts it again; whoever asks meanwhile joins. SIGKILL leaves it no time for anything. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#restarting ??= this.stop(signal)
      .then(() => this.start())
      .finally(() => (this.#restarting = undefined));
    return this.#restarting;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/api/v1/status`)).ok;
    } catch {
      return false;
    }
  }
}
