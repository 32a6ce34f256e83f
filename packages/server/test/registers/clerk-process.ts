import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./clerk.ts', import.meta.url));

/** A `clerk.ts` that can be killed and started again. */
export class ClerkProcess {
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #hear: (line: string) => void = () => undefined;
  #ended = Promise.resolve();

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = { ...process.env, ...environment };
  }

  /** Resolves when it listens; one that was killed before it did is followed by another. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      env: this.#environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    // What was asked of one that is being killed is asked again of the next.
    child.stdin.on('error', () => undefined);
    const takeAlong = (): void => void child.kill('SIGKILL');
    process.once('exit', takeAlong);
    this.#ended = once(child, 'close').then(() => {
      process.off('exit', takeAlong);
      if (this.#child === child) this.#child = undefined;
    });
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
    this.#child?.kill('SIGKILL');
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
