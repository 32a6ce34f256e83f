import type { Entry } from '@cmto/core/storage/entry';
import type { Ledger } from '../ledger/ledger.ts';
import type { Told } from './told.ts';

/** Writes down what the tabs of a browser tell. */
export class Visit {
  readonly #ledger: Ledger;
  readonly #rested = new Set<string>();
  #resting = Promise.withResolvers<void>();
  #waitedFor: readonly string[] = [];
  #told = 0;
  #counted: { readonly count: number; resolve(): void } | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** From now on these tabs are there; resolves when nothing is queued in any of them. Rejects when one fails. */
  rest(tabs: readonly string[]): Promise<void> {
    this.#rested.clear();
    this.#waitedFor = tabs;
    this.#told = 0;
    this.#resting = Promise.withResolvers<void>();
    return this.#resting.promise;
  }

  /** Resolves when so much has been told since `rest` was asked for. */
  heard(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#counted = { count, resolve };
    });
  }

  readonly hear = (told: Told): void => {
    this.#told += 1;
    if (told.what === 'means') this.#ledger.mean(told.id, told.submission);
    else if (told.what === 'keeps') this.#ledger.promise(told.id);
    else if (told.what === 'fails') this.#resting.reject(new Error(told.why));
    else if (told.what === 'reads') this.#hearEntries(told.entries);
    else this.#hearRest(told);
    if (this.#counted && this.#told >= this.#counted.count) this.#counted.resolve();
  };

  #hearRest({ name, entries }: Extract<Told, { what: 'rests' }>): void {
    this.#hearEntries(entries);
    this.#rested.add(name);
    if (this.#waitedFor.every((tab) => this.#rested.has(tab))) this.#resting.resolve();
  }

  #hearEntries(entries: readonly Entry[]): void {
    for (const { id, state, receipt, problem } of entries) {
      if (state === 'delivered') this.#ledger.acknowledge(id, receipt);
      else if (state !== 'draft') this.#ledger.giveUp(id, `${state}: ${problem?.code}`);
    }
  }
}
