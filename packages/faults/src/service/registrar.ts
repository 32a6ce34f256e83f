import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Told } from '../ledger/judge-register.ts';

const program = fileURLToPath(new URL('../../../server/test/support/registrar.ts', import.meta.url));

/** A process that writes into the register, and can be killed in the middle of it. */
export class Registrar {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #told: (key: string, number: Told) => void;
  readonly #failed = Promise.withResolvers<never>();
  #child: ChildProcess | undefined;
  /** Called after each registration that was told. */
  onHeard: () => void = () => undefined;

  /** `told` hears of each registration that was committed. */
  constructor(settings: Readonly<Record<string, string>>, told: (key: string, number: Told) => void) {
    this.#environment = { ...process.env, ...settings };
    this.#told = told;
    this.#failed.promise.catch(() => undefined);
  }

  /** Rejects when a process ends that was not killed. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  /** Resolves when it can register. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], { env: this.#environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    // What was asked of one that is being killed is asked again of the next.
    child.stdin.on('error', () => undefined);
    const takeAlong = (): void => void child.kill('SIGKILL');
    process.prependOnceListener('exit', takeAlong);
    child.once('exit', (code, signal) => {
      process.off('exit', takeAlong);
      if (this.#child === child) this.#failed.reject(new Error(`the registrar ended with ${code ?? signal}`));
    });
    const { promise: ready, resolve } = Promise.withResolvers<void>();
    createInterface({ input: child.stdout }).on('line', (line) => (line === 'ready' ? resolve() : this.#hear(line)));
    await Promise.race([ready, this.failed]);
  }

  ask(key: string, at: number): void {
    this.#child?.stdin?.write(`${key} ${at}\n`);
  }

  /** Ends it at once, and resolves when all it had said is heard. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  /** A line cut off by a kill says nothing. */
  #hear(line: string): void {
    const [, key, year, number] = /^(\S{36}) (\d{4}) (\d{7,}) \.$/.exec(line) ?? [];
    if (!key) return;
    this.#told(key, { year: Number(year), number: Number(number) });
    this.onHeard();
  }
}
