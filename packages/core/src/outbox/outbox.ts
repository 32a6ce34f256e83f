import type { Submission } from '@cmto/contract';
import type { ApiClient } from '../api/api-client.ts';
import type { Device, Membership, Platform } from '../platform/platform.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { type EntryListener, Listeners, type LossListener, type ProgressListener } from './listeners.ts';
import { keptMark, withdrawnMark } from './marks.ts';
import { type Turn, Turns } from './turns.ts';
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

const lockOf = (id: string): string => `cmto-send-${id}`;

/**
 * Delivers queued entries: peek, send, then mark. An entry leaves `queued` only with a receipt stored beside it, or
 * with the reason why a person has to look at it.
 */
export class Outbox {
  readonly #store: EntryStore;
  readonly #device: Device;
  readonly #listeners = new Listeners();
  readonly #waits: Waits;
  readonly #turns: Turns;
  readonly #tabs: Membership | undefined;
  #flushing: Promise<void> | undefined;
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

  constructor(store: EntryStore, platform: Platform, device: Device, client: (base: string) => ApiClient) {
    this.#store = store;
    this.#device = device;
    this.#waits = new Waits(platform, (id) => {
      this.#tried.delete(id);
      void this.#run();
    });
    // In memory there is nothing that another tab could send.
    if (store.durable) {
      this.#tabs = device.join?.((about) => {
        if (about.startsWith(withdrawnMark)) this.#listeners.withdraw(about.slice(withdrawnMark.length));
        if (about.startsWith(keptMark)) this.#listeners.keep(about.slice(keptMark.length));
        void this.#run();
      });
    }
    this.#turns = new Turns(store, platform, device, client, this.#listeners, this.#tabs);
    device.onReachable(() => {
      this.#anew = true;
      void this.flush();
    });
  }

  /** Whether what waits outlives the page. */
  get isDurable(): boolean {
    return this.#store.durable;
  }

  /** Hears every change of one entry, when it is no longer there, and how far its files are. Returns how to stop. */
  subscribe(
    id: string,
    changed: EntryListener,
    lost: LossListener = () => undefined,
    advanced: ProgressListener = () => undefined,
  ): () => void {
    return this.#listeners.add(id, changed, lost, advanced);
  }

  /** Whether another tab is sending an entry, as far as the last look has shown. */
  isElsewhere(id: string): boolean {
    return this.#elsewhere.has(id);
  }

  /**
   * Turns a draft into a queued entry, in one transaction. Answers what is stored then: still a draft if another tab
   * has changed it since this one last saw it. Rejects when the storage does.
   */
  async enqueue(draft: Entry, submission: Submission): Promise<Entry> {
    const queued = await this.#store.update(draft.id, (now) => {
      const isKnown = !now || (now.state === 'draft' && now.revision === draft.revision);
      return isKnown ? { ...draft, state: 'queued', submission, attempts: 0, problem: undefined } : undefined;
    });
    if (queued?.state === 'queued') this.#tabs?.tell(queued.lookup);
    return queued ?? draft;
  }

  /** Queues a message to a receipt: it has never been a draft. Rejects when the storage does. */
  async queueMessage(message: Entry): Promise<void> {
    await this.#store.update(message.id, () => ({ ...message, state: 'queued', attempts: 0 }));
    this.#tabs?.tell(message.lookup);
  }

  /**
   * Deletes an entry for a person, as it was when the person was asked: not while it is being sent, nor when it has
   * become something else. Answers whether it is gone. Rejects when the storage does.
   */
  async withdraw({ id, lookup, state }: Entry): Promise<boolean> {
    let isGone = false;
    await this.#device.exclusively(lockOf(id), async () => {
      // Said before it is so: who misses the entry the next moment must not take it for lost, and send it again.
      this.#listeners.withdraw(id);
      this.#tabs?.tell(withdrawnMark + id);
      try {
        await this.#store.delete(id, (now) => now.state === state);
        isGone = !(await this.#store.update(id, () => undefined));
      } finally {
        if (!isGone) {
          this.#listeners.keep(id);
          this.#tabs?.tell(keptMark + id);
        }
      }
      return false;
    });
    if (!isGone) return false;
    this.#tabs?.tell(lookup);
    this.#listeners.tellLoss(id);
    return true;
  }

  /**
   * Sends all that is queued, a few at once, but for what the server has asked to leave alone for a while; `insist` when
   * a person wants it sent all the same. Never rejects; a second call joins the one under way.
   */
  flush({ insist = false } = {}): Promise<void> {
    // What the run under way has just tried keeps its wait, without which nothing would try it again; unless a person
    // asks: then it is tried once more.
    this.#waits.end(insist, insist ? nothing : this.#tried);
    this.#anew ||= insist;
    this.#insists ||= insist;
    return this.#run();
  }

  #run(): Promise<void> {
    this.#more = true;
    this.#wake();
    this.#flushing ??= this.#sendAll();
    return this.#flushing;
  }

  async #sendAll(): Promise<void> {
    const tried = this.#tried;
    // What was queued meanwhile goes out, too: whoever queued it has joined this call.
    while (this.#underWay.size > 0 || this.#more || this.#anew) {
      if (!this.#more && !this.#anew) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      if (this.#anew) {
        tried.clear();
        this.#waits.end(false);
        for (const id of this.#underWay) this.#again.add(id);
      }
      this.#more = false;
      this.#anew = false;
      const due = await this.#due(tried);
      for (const id of due.slice(0, most - this.#underWay.size)) {
        tried.add(id);
        this.#underWay.add(id);
        void this.#sendAlone(id);
      }
    }
    tried.clear();
    this.#insists = false;
    this.#flushing = undefined;
  }

  /** Whether an entry is to be left alone, now that it is read: what the server has asked for may be known since. */
  #rests(entry: Entry): boolean {
    return this.#waits.has(entry.id) || (!this.#insists && this.#waits.heeds(entry));
  }

  #isDue(entry: Entry, tried: ReadonlySet<string>): boolean {
    const { id, state } = entry;
    return state === 'queued' && !tried.has(id) && !this.#underWay.has(id) && !this.#rests(entry);
  }

  /** What is queued, not yet tried and need not wait. Tells, too, what others made of entries listened to here. */
  async #due(tried: ReadonlySet<string>): Promise<string[]> {
    try {
      const entries = await this.#store.all();
      for (const entry of entries) if (entry.state !== 'queued' || entry.attempts) this.#listeners.tellOnce(entry);
      this.#listeners.tellLosses(entries);
      return entries.flatMap((entry) => (this.#isDue(entry, tried) ? [entry.id] : []));
    } catch {
      // The storage does not answer now.
      this.#waits.add(storage, later);
      return [];
    }
  }

  /** Sends one entry unless another tab does: a request in each turn, until it is over or has to wait. */
  async #sendAlone(id: string): Promise<void> {
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
    this.#underWay.delete(id);
    this.#more = true;
    this.#wake();
  }
}
