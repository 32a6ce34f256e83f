import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { root } from './command.ts';

/** `npm start` as somebody types it in the repository's folder, and what it says. */
export class Trial {
  /** Everything it has printed so far. */
  said = '';
  readonly #npm: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<unknown>;

  private constructor(environment: NodeJS.ProcessEnv) {
    // In a group of its own, as a terminal would put it.
    this.#npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#ended = once(this.#npm, 'close');
    for (const stream of [this.#npm.stdout, this.#npm.stderr])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** Starts it and waits until it says that it is ready. Throws with its words if it ends before. */
  static async start(environment: NodeJS.ProcessEnv): Promise<Trial> {
    const trial = new Trial(environment);
    const isReady = async (): Promise<void> => {
      while (!trial.said.includes('Stop with Ctrl+C.')) await once(trial.#npm.stdout, 'data');
    };
    await Promise.race([isReady(), trial.#ended]);
    if (!trial.said.includes('Stop with Ctrl+C.')) throw new Error(`npm start has ended: ${trial.said}`);
    return trial;
  }

  /** What it says that it does, step by step. */
  get steps(): string[] {
    return this.said.match(/(?<=^» ).+/gm) ?? [];
  }

  /** Presses Ctrl+C, which every program of the terminal hears, and answers npm's exit code once all has ended. */
  async interrupt(): Promise<number | null> {
    this.#signal('SIGINT');
    await this.#ended;
    return this.#npm.exitCode;
  }

  /** Ends what still runs, for a test that has failed. */
  kill(): void {
    if (this.#npm.exitCode === null && this.#npm.signalCode === null) this.#signal('SIGTERM');
  }

  #signal(signal: NodeJS.Signals): void {
    process.kill(-this.#npm.pid!, signal);
  }
}
