import { settle } from '../fake-platform.ts';

/**
 * Everything that takes time waits here until a test says that it is its turn: so things happen in any order that a
 * test chooses, and in the same order again.
 */
export class Turns {
  readonly #queues = new Map<string, (() => void)[]>();
  readonly #stopped = new Set<string>();
  #requests = 0;

  /** Waits for a turn behind what `owner` has in this queue; for ever once the owner is gone. */
  wait(owner: string, queue: string): Promise<void> {
    return new Promise((resolve) => {
      const name = `${owner} ${queue}`;
      this.#queues.set(name, [...(this.#queues.get(name) ?? []), resolve]);
    });
  }

  /** A queue of its own for each request: answers overtake one another. */
  request(): string {
    this.#requests += 1;
    return `request ${this.#requests}`;
  }

  /** Gives one of those who wait a turn, by any number; false when nobody can have one. */
  async take(choice: number): Promise<boolean> {
    const names = [...this.#queues.keys()].filter((name) => !this.#stopped.has(name.split(' ')[0]!));
    const name = names[choice % names.length];
    if (name === undefined) return false;
    const [first, ...rest] = this.#queues.get(name)!;
    if (rest.length > 0) this.#queues.set(name, rest);
    else this.#queues.delete(name);
    first!();
    // Reading an answer's body takes more than one turn of the event loop.
    for (let turn = 0; turn < 3; turn += 1) await settle();
    return true;
  }

  /** As a tab that crashes: nothing that it waited for ever comes. */
  forget(owner: string): void {
    for (const name of this.#queues.keys()) if (name.startsWith(`${owner} `)) this.#queues.delete(name);
  }

  /** As a tab that sleeps: what it waits for comes when it wakes up. */
  stop(owner: string): void {
    this.#stopped.add(owner);
  }
  goOn(owner: string): void {
    this.#stopped.delete(owner);
  }
  isStopped(owner: string): boolean {
    return this.#stopped.has(owner);
  }
}
