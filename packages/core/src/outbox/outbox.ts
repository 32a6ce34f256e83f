import type { Submission } from '@cmto/contract';
import type { ApiClient } from '../api/api-client.ts';
import type { Device, Membership, Platform } from '../platform/platform.ts';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { type EntryListener, Listeners, type LossListener, type ProgressListener } from './listeners.ts';
import { keptMark, withdrawnMark } from './marks.ts';
import { lockOf, Runs } from './runs.ts';
import { Turns } from './turns.ts';

/**
 * Delivers queued entries: peek, send, then mark. An entry leaves `queued` only with a receipt stored beside it, or
 * with the reason why a person has to look at it. What comes in, goes out and is told; when it is tried is in `runs.ts`,
 * what an attempt does in `turns.ts`.
 */
export class Outbox {
  readonly #store: EntryStore;
  readonly #device: Device;
  readonly #listeners = new Listeners();
  readonly #runs: Runs;
  readonly #tabs: Membership | undefined;

  constructor(store: EntryStore, platform: Platform, device: Device, client: (base: string) => ApiClient) {
    this.#store = store;
    this.#device = device;
    // In memory there is nothing that another tab could send.
    if (store.durable) {
      this.#tabs = device.join?.((about) => {
        if (about.startsWith(withdrawnMark)) this.#listeners.withdraw(about.slice(withdrawnMark.length));
        if (about.startsWith(keptMark)) this.#listeners.keep(about.slice(keptMark.length));
        void this.#runs.look();
      });
    }
    const turns = new Turns(store, platform, device, client, this.#listeners, this.#tabs);
    this.#runs = new Runs(store, platform, device, this.#listeners, turns);
    device.onReachable(() => this.#runs.reachable());
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
    return this.#runs.isElsewhere(id);
  }

  /** Whether an entry is to be sent now, and others are before it. */
  isInLine(id: string): boolean {
    return this.#runs.isInLine(id);
  }

  /**
   * Turns a draft into a queued entry, in one transaction, with what is submitted or the message that it holds. Answers
   * what is stored then: still a draft if another tab has changed it since this one last saw it. Rejects when the
   * storage does.
   */
  async enqueue(draft: Entry, submission?: Submission): Promise<Entry> {
    const queued = await this.#store.update(draft.id, (now) => {
      const isKnown = !now || (now.state === 'draft' && now.revision === draft.revision);
      return isKnown ? { ...draft, state: 'queued', submission, attempts: 0, problem: undefined } : undefined;
    });
    if (queued?.state === 'queued') this.#queued(queued);
    return queued ?? draft;
  }

  #queued({ id, lookup }: Entry): void {
    this.#runs.queued(id);
    this.#tabs?.tell(lookup);
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
   * a person wants it sent all the same. Never rejects; a second call joins the one under way, and resolves when that is
   * over.
   */
  flush({ insist = false } = {}): Promise<void> {
    return this.#runs.begin(insist);
  }

  /** As `flush`, for whoever follows one entry: resolves once that was tried, or is not to be tried now. */
  attempt(id: string, { insist = false } = {}): Promise<void> {
    return this.#runs.attempt(id, insist);
  }
}
