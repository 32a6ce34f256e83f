import type { Membership } from '../../../src/platform/platform.ts';
import type { Turns } from './turns.ts';

interface Member {
  readonly tab: string;
  readonly hear: (message: string) => void;
}

/**
 * How those who keep and send on a device hear of one another, several in each tab: what is told arrives later, and not
 * where nobody is any more.
 */
export class Talk {
  readonly #turns: Turns;
  readonly #members = new Set<Member>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  join(tab: string, hear: (message: string) => void): Membership {
    const member = { tab, hear };
    this.#members.add(member);
    return {
      tell: (message) => {
        for (const other of this.#members) if (other !== member) void this.#bring(other, message);
      },
      leave: () => void this.#members.delete(member),
    };
  }

  forget(tab: string): void {
    for (const member of this.#members) if (member.tab === tab) this.#members.delete(member);
  }

  async #bring(member: Member, message: string): Promise<void> {
    await this.#turns.wait(member.tab, 'talk');
    if (this.#members.has(member)) member.hear(message);
  }
}
