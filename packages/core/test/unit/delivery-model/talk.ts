import type { Membership } from '../../../src/platform/platform.ts';
import type { Turns } from './turns.ts';

/** How the tabs of a device hear of one another: what is told arrives later, and not where nobody is any more. */
export class Talk {
  readonly #turns: Turns;
  readonly #listeners = new Map<string, (message: string) => void>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  join(tab: string, listener: (message: string) => void): Membership {
    this.#listeners.set(tab, listener);
    return {
      tell: (message) => {
        for (const other of this.#listeners.keys()) if (other !== tab) void this.#bring(other, message);
      },
      leave: () => this.forget(tab),
    };
  }

  forget(tab: string): void {
    this.#listeners.delete(tab);
  }

  async #bring(tab: string, message: string): Promise<void> {
    await this.#turns.wait(tab, 'talk');
    this.#listeners.get(tab)?.(message);
  }
}
