import type { Device, Platform } from '../platform/platform.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import type { Listeners } from './listeners.ts';
import type { Turn, Turns } from './turns.ts';
import { Waits } from './waits.ts';

/** Seconds after which an entry that another tab is sending is looked at again. */
const soon = 2;
/** Seconds after which a storage that failed is asked again. */
const later = 15;
/** How many entries are sent at once: a short answer need not wait for another's files, nor fill a slow line. */
const most = 3;
const nothing: ReadonlySet<string> = new Set();
/** In the place of an entry's id: the storage could not say what there is to send. */
const storage = '';

/** Who has it takes the turns at an entry. */
export const lockOf = (id: string): string => `cmto-send-${id}`;

interface Asked {
  readonly id: string;
  readonly resolve: () => void;
}

/** Which entry is tried when: in runs, a few at once, each as often as its time has come. */
export class Runs {
  readonly #store: EntryStore;
  readonly #device: Device;
  readonly #listeners: Listeners;
  readonly #turns: Turns;
  readonly #waits: Waits;
  #running: Promise<void> | undefined;
  /** What was tried in the run under way: once in a run is enough. */
  readonly #tried = new Set<string>();
  /** What is being sent in the run under way. */
  readonly #underWay = new Set<string>();
  /** Of that, what is worth one more attempt at once if this one fails: the network came back meanwhile. */
  readonly #again = new Set<string>();
  /** Ends the run's waiting for something to change. */
  #wake = (): void => undefined;
  /** Something was queued, fell due or was over, while the entries were being looked through. */
  #more = false;
  /** The network may be back: also what failed a moment ago is worth an attempt. */
  #anew = false;
  /** A person wants it all sent in the run under way, whatever the server has asked for. */
  #insists = false;
  /** What another tab was sending when this one last looked. */
  readonly #elsewhere = new Set<string>();
  /** What is due, and waits until others have been sent. */
  #line: ReadonlySet<string> = nothing;
  /** Who wants to know when an entry has been tried. */
  readonly #asked = new Set<Asked>();

  constructor(store: EntryStore, platform: Platform, device: Device, listeners: Listeners, turns: Turns) {
    this.#store = store;
    this.#device = device;
    this.#listeners = listeners;
    this.#turns = turns;
    this.#waits = new Waits(platform, (id) => {
      this.#tried.delete(id);
      void this.look();
    });
  }

  /** Whether another tab is sending an entry, as far as the last look has shown. */
  isElsewhere(id: string): boolean {
    return this.#elsewhere.has(id);
  }

  /** Whether an entry is to be sent now, and others are before it. */
  isInLine(id: string): boolean {
    return this.#line.has(id);
  }

  /** An entry was queued just now: whatever became of it before, it has not been tried. */
  queued(id: string): void {
    this.#tried.delete(id);
    this.#waits.drop(id);
  }

  /** The network may be back. */
  reachable(): void {
    this.#anew = true;
    void this.begin(false);
  }

  /** Sends what is due, and with `insist` also what the server has asked to leave alone. Resolves as `look`. */
  begin(insist: boolean): Promise<void> {
    // What the run under way has just tried keeps its wait, without which nothing would try it again; unless a person
    // asks: then it is tried once more.
    this.#waits.end(insist, insist ? nothing : this.#tried);
    this.#anew ||= insist;
    this.#insists ||= insist;
    return this.look();
  }

  /** As `begin`, but resolves as soon as this entry has been tried, or is not to be tried now. */
  attempt(id: string, insist: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#asked.add({ id, resolve });
      void this.begin(insist);
    });
  }

  /** Sends what is due and was not tried yet. Resolves when the run is over; never rejects. */
  look(): Promise<void> {
    this.#more = true;
    this.#wake();
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    // What was queued meanwhile goes out, too: whoever queued it has joined this run.
    while (this.#underWay.size > 0 || this.#more || this.#anew) {
      if (this.#more || this.#anew) await this.#goOn();
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    this.#tried.clear();
    this.#insists = false;
    this.#running = undefined;
  }

  async #goOn(): Promise<void> {
    if (this.#anew) {
      this.#tried.clear();
      this.#waits.end(false);
      for (const id of this.#underWay) this.#again.add(id);
    }
    this.#more = false;
    this.#anew = false;
    // Who asks while the entries are being read may ask about one that was not there yet.
    const asked = [...this.#asked];
    const due = await this.#due();
    const line = due.splice(most - this.#underWay.size);
    const moved = [...due.filter(({ id }) => this.#line.has(id)), ...line.filter(({ id }) => !this.#line.has(id))];
    this.#line = new Set(line.map(({ id }) => id));
    for (const { id } of due) {
      this.#tried.add(id);
      this.#underWay.add(id);
      void this.#send(id);
    }
    // Nothing of them has changed but their place.
    for (const entry of moved) this.#listeners.tell(entry);
    for (const each of asked) if (!this.#underWay.has(each.id) && !this.#line.has(each.id)) this.#answer(each);
  }

  #answer(asked: Asked): void {
    this.#asked.delete(asked);
    asked.resolve();
  }

  /** Whether an entry is to be left alone, now that it is read: what the server has asked for may be known since. */
  #rests(entry: Entry): boolean {
    return this.#waits.has(entry.id) || (!this.#insists && this.#waits.heeds(entry));
  }

  #isDue(entry: Entry): boolean {
    const { id, state } = entry;
    return state === 'queued' && !this.#tried.has(id) && !this.#underWay.has(id) && !this.#rests(entry);
  }

  /** What is queued, not yet tried and need not wait. Tells, too, what others made of entries listened to here. */
  async #due(): Promise<Entry[]> {
    try {
      const entries = await this.#store.all();
      for (const entry of entries) if (entry.state !== 'queued' || entry.attempts) this.#listeners.tellOnce(entry);
      this.#listeners.tellLosses(entries);
      return entries.filter((entry) => this.#isDue(entry));
    } catch {
      // The storage does not answer now.
      this.#waits.add(storage, later);
      return [];
    }
  }

  /** Sends one entry unless another tab does: a request in each turn, until it is over or has to wait. */
  async #send(id: string): Promise<void> {
    let turn = { seconds: soon } as Turn;
    this.#elsewhere.add(id);
    try {
      await this.#device.exclusively(lockOf(id), async () => {
        this.#elsewhere.delete(id);
        turn = await this.#turns.take(id, (entry) => this.#rests(entry));
        return turn === 'goes-on';
      });
    } catch {
      // The storage failed on the way, or another tab took the entry over: what is stored says what to do next time.
      turn = { seconds: later };
    }
    const isAgain = this.#again.delete(id);
    if (typeof turn === 'object' && (turn.asked || !isAgain)) this.#waits.add(id, turn.seconds, turn.asked);
    // Out of the queue: queued once more, it has not been tried.
    if (turn === 'over') this.#tried.delete(id);
    this.#underWay.delete(id);
    for (const each of this.#asked) if (each.id === id && !isAgain) this.#answer(each);
    this.#more = true;
    this.#wake();
  }
}
