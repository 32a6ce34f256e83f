import type { Ledger } from '../ledger/ledger.ts';
import type { Person } from './person.ts';

/** Lets people send, so many at a time, each when one before has finished; writes down what became of each. */
export class Crowd {
  readonly #ledger: Ledger;
  readonly #present = new Map<string, Person>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** `people` are made one by one, as there is room: nobody exists longer than needed. */
  async send(people: Iterator<Person>, atOnce: number): Promise<void> {
    const sendOneByOne = async (): Promise<void> => {
      for (let next = people.next(); !next.done; next = people.next()) await this.#sendOne(next.value);
    };
    await Promise.all(Array.from({ length: atOnce }, sendOneByOne));
  }

  /** The person with this key waits for nothing that can still come. */
  giveUp(key: string): void {
    this.#present.get(key)?.giveUp();
  }

  async #sendOne(person: Person): Promise<void> {
    this.#present.set(person.id, person);
    this.#ledger.mean(person.id, person.submission, person.asked);
    const entry = await person.send(() => this.#ledger.promise(person.id));
    if (entry.state === 'delivered') this.#ledger.acknowledge(person.id, entry.receipt);
    else this.#ledger.giveUp(person.id, `${entry.state}: ${entry.problem?.code}`);
    this.#present.delete(person.id);
  }
}
