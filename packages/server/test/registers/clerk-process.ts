import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./clerk.ts', import.meta.url));
/** The server's own: it is started again and again. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** A `clerk.ts` that can be killed and started again. */
export class ClerkProcess {
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #isKilled = false;
  #hear: (line: string) => void = () => undefined;
  #ended = Promise.resolve();
  /** How many were killed while they were there. */
  kills = 0;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment };
  }

  /**
   * Resolves when it listens; one that was killed before it did is followed by another. Rejects when one ends by itself,
   * as `ask` does: that is a mistake of the server's.
   */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      env: this.#environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#isKilled = false;
    // What was asked of one that is being killed is asked again of the next.
    child.stdin.on('error', () => undefined);
    const takeAlong = (): void => void child.kill('SIGKILL');
    process.once('exit', takeAlong);
    this.#ended = once(child, 'close').then(([code, signal]) => {
      process.off('exit', takeAlong);
      if (this.#child === child) this.#child = undefined;
      if (signal !== 'SIGKILL') throw new Error(`the server ended by itself with ${code ?? signal}`);
    });
    // Whoever waits for it hears of it.
    this.#ended.catch(() => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => this.#hear(line));
    if (!(await this.#until(/^ready \.$/))) return this.start();
  }

  /** Says a line, and gives what is answered to it; undefined: it was killed before. */
  async ask(line: string, answer: RegExp): Promise<RegExpExecArray | undefined> {
    const answered = this.#until(answer);
    this.#child?.stdin?.write(`${line}\n`);
    return answered;
  }

  /** At once, in the middle of whatever it does. Resolves when it has ended. */
  async kill(): Promise<void> {
    // Twice is once: the second is too late.
    if (this.#child?.kill('SIGKILL') && !this.#isKilled) this.kills += 1;
    this.#isKilled = true;
    await this.#ended;
  }

  async #until(expected: RegExp): Promise<RegExpExecArray | undefined> {
    const { promise, resolve } = Promise.withResolvers<RegExpExecArray | undefined>();
    this.#hear = (line) => {
      const found = expected.exec(line);
      if (found) resolve(found);
    };
    return Promise.race([promise, this.#ended.then(() => undefined)]);
  }
}
