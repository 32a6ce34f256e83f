import { setTimeout } from 'node:timers/promises';
import type { ClerkProcess } from './clerk-process.ts';
import type { Fate } from './fate.ts';

/** The department of each kind of register. */
export const departments = {
  webhook: 'sviluppo-economico',
  pec: 'innovazione-ict',
  embedded: 'pianificazione-strategica',
} as const;
export type Via = keyof typeof departments;
export const kinds = Object.keys(departments) as Via[];
export const slugOf = (via: Via): string => `pratica-${via}`;

/** Of the requests, those during which the server is killed. */
const shareOfKills = 0.1;
/** Milliseconds in which a request is answered, more or less. */
const instants = 20;

/** A request that was sent, with the internal number that its receipt told at once. */
export interface Applied {
  readonly key: string;
  readonly number: string;
  readonly via: Via;
}

/** Those who send requests, one after the other, and again under the same key when the server was killed meanwhile. */
export class Applicants {
  readonly #clerk: ClerkProcess;
  readonly #fate: Fate;
  readonly applied: Applied[] = [];
  readonly wrong: string[] = [];

  constructor(clerk: ClerkProcess, fate: Fate) {
    this.#clerk = clerk;
    this.#fate = fate;
  }

  /** So many requests to each kind of register, at a time in milliseconds. */
  async send(count: number, now: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) for (const via of kinds) await this.#sendOne(via, now);
  }

  async #sendOne(via: Via, now: number): Promise<void> {
    const key = this.#fate.key(this.applied.length);
    const line = `send ${key} ${slugOf(via)} ${now}`;
    const answer = new RegExp(`^sent ${key} (\\d+) (\\S+) \\.$`);
    const ask = () => this.#clerk.ask(line, answer);
    let said = ask();
    if (this.#fate.chance('killed', key) < shareOfKills) {
      await setTimeout(this.#fate.chance('instant', key) * instants);
      await this.#clerk.kill();
      await this.#clerk.start();
      const before = await said;
      said = ask();
      const again = await said;
      if (before && before[2] !== again?.[2]) this.wrong.push(`${key} was told ${before[2]}, then ${again?.[2]}`);
    }
    const [words, status = '', number = '-'] = (await said) ?? [];
    if (!/^20[01]$/.test(status) || number === '-') this.wrong.push(`${key} got no receipt at once: ${words}`);
    else this.applied.push({ key, number, via });
  }
}
