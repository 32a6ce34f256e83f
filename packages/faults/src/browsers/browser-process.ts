import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineName, launchers } from './engines.ts';

/** A real browser with a profile that outlives it: started on an address, killed with all its processes. */
export class BrowserProcess implements AsyncDisposable {
  readonly #engine: EngineName;
  readonly #profile: string;
  #child: ChildProcess | undefined;

  private constructor(engine: EngineName, profile: string) {
    this.#engine = engine;
    this.#profile = profile;
  }

  static async withNewProfile(engine: EngineName): Promise<BrowserProcess> {
    return new BrowserProcess(engine, await mkdtemp(join(tmpdir(), `cmto-${engine}-`)));
  }

  /** The folder of all that it keeps. */
  get profile(): string {
    return this.#profile;
  }

  /** Throws `Unavailable` where there is no such browser. */
  async open(url: string): Promise<void> {
    const { command, args, env } = await launchers[this.#engine](this.#profile, url);
    // A group of its own: killed as one, as when a battery is empty.
    const child = spawn(command, args, { env, detached: true, stdio: 'ignore' });
    this.#child = child;
    const takeAlong = (): void => this.#signal();
    process.once('exit', takeAlong);
    child.once('exit', () => process.off('exit', takeAlong));
    await once(child, 'spawn');
  }

  /** SIGKILL to all its processes at once; false when it had ended by itself. */
  async kill(): Promise<boolean> {
    const child = this.#child;
    if (!child) return false;
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    this.#signal();
    await ended;
    this.#child = undefined;
    return ended !== undefined;
  }

  /**
   * After `kill`: whether Chromium has found no database of a page this time, and made one; in a profile that had one,
   * because it has deleted that. Its own log says so.
   */
  async hasBegunAnew(): Promise<boolean> {
    for await (const log of glob('Default/IndexedDB/*/LOG', { cwd: this.#profile })) {
      if ((await readFile(join(this.#profile, log), 'utf8')).includes('since it was missing')) return true;
    }
    return false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    // Processes that are just dying may still write.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #signal(): void {
    const { pid } = this.#child ?? {};
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The whole group has ended already.
    }
  }
}
