import { settle } from '../fake-platform.ts';
import { Clock } from './clock.ts';
import { Disk } from './disk.ts';
import { Ledger, wordsIn } from './ledger.ts';
import { Locks } from './locks.ts';
import type { Sabotage } from './sabotage.ts';
import { Service } from './service.ts';
import { Talk } from './talk.ts';
import { Tab } from './tab.ts';
import { Turns } from './turns.ts';

const lease = 30_000;
/** Turns after which what goes on without any time passing is taken to go on for ever. */
const mostTurns = 2_000;

/** A device with a few tabs, a network and a service, all in one process and on one clock. */
export class World {
  readonly turns = new Turns();
  readonly clock = new Clock();
  readonly locks = new Locks(lease, () => this.clock.time);
  readonly talk = new Talk(this.turns);
  readonly service = new Service(this.turns);
  readonly ledger = new Ledger(this.service);
  readonly disk = new Disk(this.turns, (...change) => this.#changed(...change));
  readonly tabs = new Map<string, Tab>();
  /** What happened that must not: broken promises of the kit, errors that nobody caught. */
  readonly wrongs: unknown[] = [];
  readonly sabotage: Sabotage;
  #ids = 0;
  #words = 0;
  #opened = 0;

  constructor(sabotage: Sabotage = {}) {
    this.sabotage = sabotage;
  }

  uuid(): string {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  /** Words that nobody has used before: whatever turns up somewhere can be told from all else. */
  newWords(): string {
    this.#words += 1;
    // The full stop keeps one from being the beginning of another.
    return `idea ${this.#words}.`;
  }

  /** Half-way, always: what comes by chance is left to the test. */
  chance(): number {
    return 0.5;
  }

  /** Opens the tab in this place; one that was there is gone. All but the third show the same survey. */
  open(place: string): void {
    this.crash(place);
    this.#opened += 1;
    const tab = new Tab(this, `${place}-${this.#opened}`, place === 'third' ? 'altro' : 'prova');
    this.tabs.set(place, tab);
    this.begin(tab.open());
  }

  /** Lets something run; what it throws is wrong. */
  begin(work: Promise<void>): void {
    work.catch((error: unknown) => this.wrongs.push(error));
  }

  crash(place: string): void {
    const tab = this.tabs.get(place);
    if (!tab) return;
    this.wake(place);
    this.tabs.delete(place);
    this.turns.forget(tab.name);
    this.clock.forget(tab.name);
    this.locks.forget(tab.name);
    this.talk.forget(tab.name);
  }

  wake(place: string): void {
    const tab = this.tabs.get(place);
    if (tab) this.turns.goOn(tab.name);
  }

  pass(milliseconds: number): Promise<void> {
    return this.clock.pass(milliseconds, (tab) => this.turns.isStopped(tab));
  }

  /** What must hold now. */
  check(): void {
    if (this.wrongs.length > 0) throw this.wrongs[0];
    this.ledger.check();
  }

  /** All faults are over, the person opens the page once more, and time passes. */
  async heal(): Promise<void> {
    this.service.weather = 'fair';
    this.disk.fault = 'none';
    for (const tab of this.tabs.values()) this.turns.goOn(tab.name);
    this.open('last');
    // Longer than a day, which is the longest that a server can ask to wait.
    for (let round = 0; round < 400; round += 1) {
      // A protocol that stores and forgets the same thing over and over would go on for ever.
      for (let turn = 0; await this.turns.take(0); turn += 1)
        if (turn > mostTurns) throw this.wrongs[0] ?? new Error('what was begun never comes to rest');
      await this.pass(Math.min(this.clock.next ?? 0, 25 * 60 * 60 * 1000));
      await settle();
    }
    if (this.wrongs.length > 0) throw this.wrongs[0];
    const onPages = [...this.tabs.values()].filter(({ phase }) => phase === 'writing');
    this.ledger.finish(
      [...this.disk.entries.values()],
      onPages.flatMap(({ words, entry }) => [words, ...(entry ? wordsIn(entry) : [])]),
    );
  }

  #changed(...change: Parameters<Ledger['changed']>): void {
    try {
      this.ledger.changed(...change);
    } catch (error) {
      // Thrown here it would look like a storage that fails, and the kit is good at living with that.
      this.wrongs.push(error);
    }
  }
}
